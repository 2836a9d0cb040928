"""Renderings of an audit: one summary feeds them all, each module has `render(audit)`."""
