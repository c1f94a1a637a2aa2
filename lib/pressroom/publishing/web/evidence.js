"use strict";
// Filters, and a row that opens beside its words. Everything shown is already in the page; nothing is fetched.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = one(".filters"), panel = one("#panel"), chosen = one("#chosen");
  const marks = all("a[data-rows]"), places = all("[data-turn-kind]");
  let current = null;

  form.hidden = false;
  for (const mark of marks) mark.dataset.href = mark.getAttribute("href");

  // filters
  const names = (element, key) => (element.dataset[key] || "").split(" ").filter(Boolean);
  const picked = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));
  const counted = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

  function filter() {
    const [by, ...rest] = one("#speaker").value.split(":"), who = rest.join(":");
    const spoken = (place) => !by || (by === "kind" ? place.dataset.turnKind : place.dataset.speaker) === who;
    const kinds = picked("kind"), themes = picked("theme");
    for (const place of places) {
      const kind = place.dataset.kind, theme = place.dataset.theme;
      place.hidden = !spoken(place) || (kind && !kinds.has(kind)) || (theme && !themes.has(theme)) || false;
    }
    for (const list of all("details[data-theme]")) list.hidden = !one("li:not([hidden])", list);
    for (const aside of all(".between, .page-break")) aside.hidden = Boolean(by);
    for (const mark of marks) {
      const figure = names(mark, "kinds").some((kind) => kinds.has(kind));
      const hit = names(mark, "themes").some((theme) => themes.has(theme));
      mark.classList.toggle("no-figure", !figure);
      mark.classList.toggle("no-hit", !hit);
      // a mark that is filtered out is plain text, and no stop for the Tab key
      if (figure || hit) mark.setAttribute("href", mark.dataset.href);
      else mark.removeAttribute("href");
    }
    const figures = all("details[data-row]:not([hidden])").length, hits = all("li[data-row]:not([hidden])").length;
    one("#count").textContent = `${counted(figures, "figure")} and ${counted(hits, "theme hit")} shown`;
    if (current && (current.closest("[hidden]") || !current.hasAttribute("href"))) close();
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  for (const button of all("[data-all]", form)) {
    button.addEventListener("click", () => {
      for (const box of all(`input[name=${button.dataset.all}]`, form)) box.checked = button.dataset.on === "1";
      filter();
    });
  }
  const closeBoxes = (except) => all("details[open]", form).forEach((box) => box !== except && (box.open = false));
  document.addEventListener("click", (event) => closeBoxes(event.target.closest(".filters details")));
  form.addEventListener("focusin", (event) => closeBoxes(event.target.closest(".filters details")));

  // the row of a mark
  function copied(id) {
    const row = document.getElementById(`${id}-row`);
    const section = document.createElement("section"), heading = document.createElement("h2");
    const details = row.closest("details");
    heading.textContent = row.tagName === "LI" ? one("summary b", details).textContent
      : all("summary > *", details).map((piece) => piece.textContent).slice(0, 2).join(" · ");
    const copy = row.cloneNode(true);
    for (const element of [copy, ...all("[id]", copy)]) element.removeAttribute("id");
    for (const back of all(".back", copy)) back.remove();
    const link = document.createElement("a"), line = document.createElement("p");
    link.href = `#${id}`; link.textContent = "address of these words"; line.className = "back"; line.append(link);
    section.append(heading, ...copy.childNodes, line);
    return section;
  }

  function unmark() {
    for (const element of all(".chosen, .quoted")) element.classList.remove("chosen", "quoted");
  }

  function open(mark, focus) {
    unmark();
    current = mark;
    const ids = mark.dataset.rows.split(" ");
    chosen.replaceChildren(...ids.map(copied));
    for (const element of all(".src [data-rows]")) {
      if (names(element, "rows").includes(ids[0])) element.classList.add("chosen");
    }
    for (const element of all("[data-quotes]")) {
      if (names(element, "quotes").includes(ids[0])) element.classList.add("quoted");
    }
    panel.hidden = false;
    document.body.classList.add("choosing");
    panel.scrollTop = 0;
    if (focus) panel.focus({ preventScroll: true });
    const box = mark.getBoundingClientRect();
    const low = innerWidth <= 1024 ? innerHeight - panel.offsetHeight : innerHeight;
    if (box.top < 90 || box.bottom > low - 30) scrollTo({ top: scrollY + box.top - Math.min(low * 0.35, 240) });
  }

  function close() {
    const back = current;
    unmark();
    panel.hidden = true;
    document.body.classList.remove("choosing");
    current = null;
    if (back && !back.closest("[hidden]")) back.focus({ preventScroll: true });
  }

  function step(by) {
    const kind = current.classList.contains("figure") && !current.classList.contains("no-figure") ? "figure" : "hit";
    const shown = marks.filter((m) => m.matches(`.${kind}[href]:not(.no-${kind})`) && !m.closest("[hidden]"));
    const row = current.dataset.rows;
    let at = shown.indexOf(current) + by;
    while (shown[at] && shown[at].dataset.rows === row) at += by;  // pieces of the same mark
    if (shown[at]) open(shown[at], false);
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a[data-rows][href]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(mark, true);
  });
  one("#close").addEventListener("click", close);
  one("#previous").addEventListener("click", () => step(-1));
  one("#next").addEventListener("click", () => step(1));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const box = one("details[open]", form);
    if (box) { box.open = false; one("summary", box).focus(); }
    else if (!panel.hidden) close();
  });

  // deep links: `#figure-12` opens the row, whatever the filters hide
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]") || one("a[data-rows]:not([href])", target.parentElement)) { form.reset(); filter(); }
    const mark = target.matches("a[data-rows]") ? target : target.closest(".src") && one("a[data-rows]", target);
    const details = target.closest("details");
    if (details) details.open = true;
    if (mark) { open(mark, false); mark.focus({ preventScroll: true }); }
    else target.scrollIntoView();
  }
  addEventListener("hashchange", follow);

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".rows details:not([open])");
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });

  filter();
  if (location.hash) follow();
})();
