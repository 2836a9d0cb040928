"use strict";
// The page works without this; it adds filters, keys and copying.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const panels = all(".panel");
  const byId = (id) => document.getElementById(decodeURIComponent(id.replace("#", "")));
  const shown = () => panels.filter((panel) => !panel.hidden);
  all(".filters, .tools, .tools button, .keys").forEach((part) => { part.hidden = false; });

  // Deep links: #s3 opens its panel and marks its words in the article.
  const open = (id, focus) => {
    const panel = id.length > 1 ? byId(id) : null;
    if (!panel || !panel.classList.contains("panel")) return;
    panel.hidden = false;
    panel.open = true;
    all(".mark.current").forEach((mark) => mark.classList.remove("current"));
    all(`a.mark[href="#${panel.id}"]`).forEach((mark) => mark.classList.add("current"));
    panel.scrollIntoView({ block: "nearest" });
    if (focus) panel.querySelector("summary").focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", () => open(location.hash, true));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#s"]');
    if (link && link.getAttribute("href") === location.hash) open(location.hash, true);
    const back = event.target.closest("a.back");
    if (back) setTimeout(() => { const mark = byId(back.getAttribute("href")); if (mark) mark.focus(); });
    const button = event.target.closest("button[data-copy]");
    if (button) copy(button);
  });
  open(location.hash, false);

  // Keys: arrows between statements, Escape back to the article.
  document.addEventListener("keydown", (event) => {
    const panel = event.target.closest && event.target.closest(".panel");
    if (!panel) return;
    if (event.key === "Escape") {
      const mark = byId(panel.id.replace("s", "m"));
      if (mark) mark.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.target.tagName === "SUMMARY") {
      const next = shown()[shown().indexOf(panel) + step];
      if (next) { next.querySelector("summary").focus(); event.preventDefault(); }
    }
  });

  // Filters: by verdict, sourcing and table; the marks in the article follow.
  const form = document.querySelector(".filters");
  const chips = all(".chip");
  const filter = () => {
    const verdicts = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.verdict);
    const sourcing = form.elements.sourcing.value, table = form.elements.table.value;
    panels.forEach((panel) => {
      const wanted = (!verdicts.length || verdicts.includes(panel.dataset.verdict))
        && (!sourcing || panel.dataset.sourcing === sourcing)
        && (!table || JSON.parse(panel.dataset.tables).includes(table));
      panel.hidden = !wanted;
      all(`a[href="#${panel.id}"].mark, a[href="#${panel.id}"].note`).forEach((mark) => mark.classList.toggle("dim", !wanted));
    });
    form.querySelector("output").textContent = `${shown().length} of ${panels.length} shown`;
  };
  chips.forEach((chip) => chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") === "true" ? "false" : "true");
    filter();
  }));
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();

  const copy = async (button) => {
    const text = button.dataset.copy || button.closest(".tools").previousElementSibling.textContent;
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = said; }, 1500);
  };

  // Print with every panel open that says more than its summary; browsers that know ::details-content need no help.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = panels.filter((panel) => !panel.open && !panel.matches(".plain, .not_enough_info"));
    closed.forEach((panel) => { panel.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((panel) => { panel.open = false; }));
})();
