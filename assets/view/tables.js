/* A table's head sorts its rows: numbers by value, words by the alphabet, blanks last whichever way. A second click turns the order. */
(function () {
  "use strict";
  const NUMBER = /^[−-]?[\d,]*\.?\d+/;

  /* The first number of a cell; null for words and for blanks. */
  function number(words) {
    const found = NUMBER.exec(words.replace(/^level /, ""));
    return found ? Number(found[0].replace("−", "-").replaceAll(",", "")) : null;
  }

  function content(row, place) {
    const cell = row.cells[place];
    const words = cell.textContent.trim();
    return { blank: words === "" || words === "not scored" || cell.querySelector(".blank") !== null, words, number: number(words) };
  }

  function sorted(rows, place, isAmount, sign) {
    const known = rows.map((row) => ({ row, ...content(row, place) }));
    return known.sort((one, other) => {
      if (one.blank || other.blank) { return one.blank - other.blank; }
      const both = isAmount && one.number !== null && other.number !== null;
      return sign * (both ? one.number - other.number : one.words.localeCompare(other.words, "en", { numeric: true }));
    }).map((found) => found.row);
  }

  function arrange(body) {
    const head = body.parentElement.tHead.querySelector("th[aria-sort]");
    if (!head) { return; }
    const sign = head.getAttribute("aria-sort") === "ascending" ? 1 : -1;
    body.append(...sorted([...body.rows], head.cellIndex, head.classList.contains("amount"), sign));
  }

  /* A reader's next choice writes other numbers into the same rows: they are put in order again. */
  const follow = new MutationObserver((changes) => {
    const bodies = new Set(changes.map((change) => (change.target.closest ? change.target : change.target.parentElement)?.closest("tbody")));
    for (const body of bodies) { if (body) { arrange(body); } }
    follow.takeRecords();
  });

  document.addEventListener("click", (event) => {
    const head = event.target.closest("table.data thead th");
    if (!head || !event.target.closest("button.sort")) { return; }
    const body = head.closest("table").tBodies[0];
    const descending = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.cells) { other.removeAttribute("aria-sort"); }
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    follow.observe(body, { childList: true, characterData: true, subtree: true });
    arrange(body);
    follow.takeRecords();
  });
})();
