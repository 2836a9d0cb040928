"""For `spacy train --code`: numpy's matmul; BLIS is 2 to 3 times slower on processors it does not know."""

from thinc.backends.numpy_ops import NumpyOps
from thinc.backends.ops import Ops

NumpyOps.gemm = Ops.gemm
