/* A table's head sorts its rows: numbers by value, words by the alphabet, blanks last whichever way; a second click turns the order.
   A choice brings new tables: what was unfolded stays so, what was sorted is sorted again. */
(function () {
  "use strict";
  const NUMBER = /^[−-]?[\d,]*\.?\d+/;
  const unfolded = new Set();
  const orders = new Map();

  /* The first number of a cell; null for words and for blanks. */
  function number(words) {
    const found = NUMBER.exec(words.replace(/^level /, ""));
    return found ? Number(found[0].replace("−", "-").replaceAll(",", "")) : null;
  }

  function content(row, place) {
    const cell = row.cells[place];
    const words = cell ? cell.textContent.trim() : "";
    const blank = words === "" || words === "not scored" || cell.querySelector(".blank") !== null;
    return { row, blank, words, number: number(words) };
  }

  function sorted(rows, place, isAmount, sign) {
    return rows.map((row) => content(row, place)).sort((one, other) => {
      if (one.blank || other.blank) { return one.blank - other.blank; }
      const both = isAmount && one.number !== null && other.number !== null;
      return sign * (both ? one.number - other.number : one.words.localeCompare(other.words, "en", { numeric: true }));
    }).map((found) => found.row);
  }

  const cardOf = (element) => element.closest("section[id]")?.id;
  const nameOf = (details) => cardOf(details) + " " + details.querySelector("summary")?.textContent;

  function arrange(table, { place, sort }) {
    const heads = [...table.tHead.rows[0].cells];
    if (!heads[place]) { return; }
    for (const head of heads) { head.removeAttribute("aria-sort"); }
    heads[place].setAttribute("aria-sort", sort);
    const body = table.tBodies[0];
    body.append(...sorted([...body.rows], place, heads[place].classList.contains("amount"), sort === "ascending" ? 1 : -1));
  }

  document.addEventListener("click", (event) => {
    const head = event.target.closest("button.sort")?.closest("table.data thead th");
    if (!head) { return; }
    const order = { place: head.cellIndex, sort: head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending" };
    orders.set(cardOf(head), order);
    arrange(head.closest("table"), order);
  });

  /* This event does not bubble: it is caught on its way down. */
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches(".card-foot details")) { return; }
    if (event.target.open) { unfolded.add(nameOf(event.target)); } else { unfolded.delete(nameOf(event.target)); }
  }, true);

  /* Rows that were only put in another order are no change; cells with other words and whole new tables are. */
  function changedTables(changes) {
    const tables = new Set();
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element && element.tagName !== "TBODY") { tables.add(element.closest("table.data")); }
      for (const node of addedNodes) {
        if (node instanceof HTMLElement && node.tagName !== "TR") { node.querySelectorAll("table.data").forEach((table) => tables.add(table)); }
        if (node instanceof HTMLTableElement) { tables.add(node); }
      }
    }
    return [...tables].filter((table) => table?.isConnected && orders.has(cardOf(table)));
  }

  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (!(node instanceof HTMLElement)) { continue; }
      for (const details of [node, ...node.querySelectorAll("details")]) {
        if (details.matches(".card-foot details") && unfolded.has(nameOf(details))) { details.open = true; }
      }
    }
    for (const table of changedTables(changes)) { arrange(table, orders.get(cardOf(table))); }
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
})();
