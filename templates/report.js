// Everything is readable without this: it adds filter, sort and copying, follows rows, columns and lines, and opens evidence that is jumped to.
"use strict";
const said = document.body.dataset;
for (const table of document.querySelectorAll("table[data-filter]")) {
  const rows = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => !row.classList.contains("group"));
  if (rows.length < 8) continue;
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = table.dataset.filter;
  field.setAttribute("aria-label", table.dataset.filter);
  field.className = "search";
  (table.closest(".scroll") || table).before(field);
  let texts;
  const groups = [...table.tBodies].filter(body => body.rows.length && body.rows[0].classList.contains("group"));
  field.addEventListener("input", () => {
    texts ??= rows.map(row => row.textContent.toLowerCase());
    const words = field.value.toLowerCase().split(/\s+/);
    rows.forEach((row, n) => { row.hidden = !words.every(word => texts[n].includes(word)); });
    if (table.tBodies.length > 1) for (const body of groups) body.rows[0].hidden = [...body.rows].slice(1).every(row => row.hidden);
  });
}
const value = cell => {
  const text = cell ? cell.textContent.trim().replace(/\u2212/g, "-").replace(/,/g, "") : "";
  const number = parseFloat(text);
  return Number.isNaN(number) ? text.toLowerCase() : number;
};
for (const table of document.querySelectorAll("table[data-sort]")) {
  if (table.querySelector("tbody .group:not(:first-child)") || table.querySelector("tbody [rowspan]")) continue;
  table.querySelectorAll("thead th").forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const sort = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      for (const body of table.tBodies) {
        const rows = [...body.rows].filter(row => !row.classList.contains("group")).sort((a, b) => {
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
// On a phone the cells of a row stand below each other and say what they are.
const label = () => {
  if (!matchMedia("screen and (max-width: 720px)").matches) return;
  removeEventListener("resize", label);
  for (const table of document.querySelectorAll("table.stack")) {
    const heads = [...table.querySelectorAll("thead th")].map(head => head.textContent.trim());
    for (const part of [...table.tBodies, table.tFoot]) for (const row of part ? part.rows : []) {
      let column = 0;
      for (const cell of row.cells) {
        if (cell.tagName === "TD" && cell.colSpan === 1 && heads[column]) cell.dataset.label = heads[column];
        column += cell.colSpan;
      }
    }
  }
};
addEventListener("resize", label);
label();
// The matrices: the row and the column below the pointer, with their names.
for (const matrix of document.querySelectorAll(".dsm")) {
  const bands = ["row", "column"].map(() => {
    const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    band.setAttribute("class", "band");
    return matrix.appendChild(band);
  });
  const cell = parseFloat(matrix.dataset.cell), [, , width, height] = matrix.getAttribute("viewBox").split(" ");
  const place = (band, index, left, wide, top, high) => {
    band.classList.toggle("on", index !== undefined);
    if (index === undefined) return;
    for (const [name, number] of Object.entries({ x: left, y: top, width: wide, height: high })) band.setAttribute(name, number);
  };
  const mark = event => {
    for (const label of matrix.querySelectorAll("text.on")) label.classList.remove("on");
    const found = event.type === "pointerover" && event.target.closest("[data-r], [data-l], [data-t]");
    const row = found ? found.dataset.r ?? found.dataset.l : undefined, column = found ? found.dataset.c ?? found.dataset.t : undefined;
    const corner = parseFloat(matrix.dataset.corner);
    place(bands[0], row, 0, width, corner + row * cell, cell);
    place(bands[1], column, corner + column * cell, cell, 0, height);
    if (row !== undefined) matrix.querySelector(`[data-l="${row}"]`).classList.add("on");
    if (column !== undefined) matrix.querySelector(`[data-t="${column}"]`).classList.add("on");
  };
  matrix.addEventListener("pointerover", mark);
  matrix.addEventListener("pointerout", mark);
}
// The layered diagrams: what a box depends on and what depends on it.
for (const diagram of document.querySelectorAll(".layers")) {
  const mark = event => {
    const box = event.type === "pointerover" && event.target.closest("[data-n]");
    diagram.classList.toggle("picked", Boolean(box));
    for (const part of diagram.querySelectorAll(".on")) part.classList.remove("on");
    if (!box) return;
    const number = box.dataset.n, near = new Set([number]);
    for (const line of diagram.querySelectorAll(`[data-a="${number}"], [data-b="${number}"]`)) {
      line.classList.add("on");
      near.add(line.dataset.a).add(line.dataset.b);
    }
    for (const one of diagram.querySelectorAll("[data-n]")) one.classList.toggle("on", near.has(one.dataset.n));
  };
  diagram.addEventListener("pointerover", mark);
  diagram.addEventListener("pointerout", mark);
}
// Places can be copied, to be pasted into an editor; the buttons come when their list is opened.
const copy = button => {
  const text = button.dataset.place, done = () => {
    button.textContent = said.copied;
    setTimeout(() => { button.textContent = said.copy; }, 1500);
  };
  const select = () => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    if (document.execCommand("copy")) done();
    area.remove();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, select); else select();
};
document.addEventListener("toggle", event => {
  if (!event.target.open || event.target.querySelector(".copy")) return;
  for (const place of event.target.querySelectorAll(".place")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = said.copy;
    button.dataset.place = place.textContent;
    button.setAttribute("aria-label", `${said.copy} ${place.textContent}`);
    button.addEventListener("click", () => copy(button));
    place.after(" ", button);
  }
}, true);
const open = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let element = target; element; element = element.parentElement) if (element.tagName === "DETAILS") element.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", open);
open();
