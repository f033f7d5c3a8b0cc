// Everything is readable without this: it adds filter and sort to tables, names to matrix cells, and opens evidence that is jumped to.
"use strict";
for (const table of document.querySelectorAll("table[data-filter]")) {
  const rows = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => !row.classList.contains("group"));
  if (rows.length < 8) continue;
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = table.dataset.filter;
  field.setAttribute("aria-label", table.dataset.filter);
  field.className = "search";
  (table.closest(".scroll") || table).before(field);
  const texts = rows.map(row => row.textContent.toLowerCase());
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    rows.forEach((row, n) => { row.hidden = !words.every(word => texts[n].includes(word)); });
  });
}
const value = cell => {
  const text = cell ? cell.textContent.trim().replace(/\u2212/g, "-").replace(/,/g, "") : "";
  const number = parseFloat(text);
  return Number.isNaN(number) ? text.toLowerCase() : number;
};
for (const table of document.querySelectorAll("table[data-sort]")) {
  if (table.querySelector("tbody .group") || table.querySelector("tbody [rowspan]")) continue;
  table.querySelectorAll("thead th").forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const sort = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      for (const body of table.tBodies) {
        const rows = [...body.rows].sort((a, b) => {
          const x = value(a.cells[column]), y = value(b.cells[column]);
          const order = typeof x === typeof y ? (x < y ? -1 : x > y ? 1 : 0) : typeof x === "number" ? -1 : 1;
          return down ? -order : order;
        });
        body.append(...rows);
      }
    };
    head.tabIndex = 0;
    head.classList.add("sortable");
    head.addEventListener("click", sort);
    head.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(); }
    });
  });
}
for (const matrix of document.querySelectorAll(".dsm")) {
  const mark = (event, on) => {
    const cell = event.target.closest("[data-r]");
    if (!cell) return;
    for (const label of matrix.querySelectorAll(`[data-l="${cell.dataset.r}"], [data-t="${cell.dataset.c}"]`)) label.classList.toggle("on", on);
  };
  matrix.addEventListener("pointerover", event => mark(event, true));
  matrix.addEventListener("pointerout", event => mark(event, false));
}
const open = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let element = target; element; element = element.parentElement) if (element.tagName === "DETAILS") element.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", open);
open();
