/* Texts that lie on another text, or on a mark of the same chart: told by the boxes of what is drawn. */
() => {
  /* What a letter needs of its line: the rest is the room above and below it. */
  const INK = 0.26;
  const SLACK = 1.5;
  const said = (words) => words.trim().replace(/\s+/g, " ").slice(0, 50);

  function seen(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".sr-only, .hoverlayer, #js-plotly-tester");
  }

  function clipped(box, element) {
    let { left, right, top, bottom } = box;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      if (around instanceof HTMLElement && getComputedStyle(around).overflowX !== "visible") {
        const edge = around.getBoundingClientRect();
        [left, right, top, bottom] = [Math.max(left, edge.left), Math.min(right, edge.right), Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
    }
    return { left, right, top, bottom };
  }

  const texts = [];
  function add(rect, words, element) {
    const ink = rect.height * INK;
    const box = clipped({ left: rect.left + SLACK, right: rect.right - SLACK, top: rect.top + ink, bottom: rect.bottom - ink }, element);
    if (box.right > box.left && box.bottom > box.top) { texts.push({ ...box, words: said(words), element }); }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, script, style, option, noscript") || !seen(element)) { continue; }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) { add(rect, node.data, element); }
  }
  for (const text of document.querySelectorAll("svg text")) {
    if (!text.textContent.trim() || !seen(text) || text.closest("a")?.classList.contains("hidden")) { continue; }
    const lines = text.querySelectorAll("tspan.line");
    for (const part of lines.length ? lines : [text]) {
      if (part.textContent.trim()) { add(part.getBoundingClientRect(), part.textContent, text); }
    }
  }

  const over = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const found = [];
  texts.sort((one, other) => one.top - other.top);
  texts.forEach((one, place) => {
    for (let next = place + 1; next < texts.length && texts[next].top < one.bottom; next += 1) {
      if (over(one, texts[next])) { found.push(`“${one.words}” lies on “${texts[next].words}”`); }
    }
  });
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    const own = texts.filter((text) => chart.contains(text.element));
    for (const mark of chart.querySelectorAll(".points path.point")) {
      const style = getComputedStyle(mark);
      if (style.opacity === "0" || !seen(mark)) { continue; }
      const rect = mark.getBoundingClientRect();
      if (rect.width < 3) { continue; }
      const box = { left: rect.left + SLACK, right: rect.right - SLACK, top: rect.top + SLACK, bottom: rect.bottom - SLACK };
      for (const text of own) {
        if (over(text, box)) { found.push(`“${text.words}” lies on a mark of ${chart.parentElement.id || chart.id}`); }
      }
    }
  }
  return [...new Set(found)];
}
