/* What is hard to see from 8 m of what is on the screen now, or on the whole page: small letters, thin lines, faint words, and what is cut off. */
(whole) => {
  const LETTER = 17.9, LINE = 2.95, CONTRAST = 6.95, SLACK = 2.5;
  const found = [];
  const said = (words) => words.trim().replace(/\s+/g, " ").slice(0, 40);
  const parts = (colour) => (colour.replace(/^color\(srgb/, "").match(/[\d.]+/g) || []).map(Number);
  /* Chromium writes some colours as rgb(), others in shares. */
  const numbers = (colour) => parts(colour).map((part, at) => (colour.startsWith("color(") && at < 3 ? part * 255 : part));
  const screen = (rect) => whole ? rect.width > 0 : rect.width > 0 && rect.right > 0 && rect.left < innerWidth && rect.bottom > 0 && rect.top < innerHeight;
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".sr-only, .hoverlayer, #js-plotly-tester");

  function light(rgb) {
    const [red, green, blue] = rgb.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function ground(element) {
    for (let around = element; around; around = around.parentElement) {
      const colour = numbers(getComputedStyle(around).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) { return colour.slice(0, 3); }
    }
    return [255, 255, 255];
  }

  function judge(element, words, rect, colour) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize) * (element.currentCSSZoom || 1);
    if (size < LETTER) { found.push(`“${said(words)}” is ${size.toFixed(1)} px`); }
    const [one, other] = [light(numbers(colour).slice(0, 3)), light(ground(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    if (contrast < CONTRAST) { found.push(`“${said(words)}” has ${contrast.toFixed(1)}:1`); }
    if (!whole && (rect.left < -SLACK || rect.right > innerWidth + SLACK || rect.bottom > innerHeight + SLACK)) { found.push(`“${said(words)}” is cut off`); }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, script, style, option, noscript") || !seen(element)) { continue; }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) { if (screen(rect)) { judge(element, node.data, rect, getComputedStyle(element).color); } }
  }
  for (const text of document.querySelectorAll("svg text")) {
    const rect = text.getBoundingClientRect();
    if (text.textContent.trim() && seen(text) && screen(rect)) { judge(text, text.textContent, rect, getComputedStyle(text).fill); }
  }
  for (const line of document.querySelectorAll(".js-plotly-plot :is(.js-line, .errorbar path, .shapelayer path)")) {
    const style = getComputedStyle(line);
    const width = parseFloat(style.strokeWidth);
    if (!seen(line) || !screen(line.getBoundingClientRect()) || style.stroke === "none" || width === 0 || line.closest(".fills")) { continue; }
    const faint = numbers(style.stroke)[3] < 0.5 || Number(style.strokeOpacity) < 0.5;
    if (width < LINE && !faint) { found.push(`a line of ${line.closest("section").id} is ${width} px`); }
  }
  if (document.documentElement.classList.contains("presenting")) {
    const foot = document.querySelector(".stage-foot").getBoundingClientRect().top;
    for (const svg of document.querySelectorAll("svg.main-svg")) {
      const rect = svg.getBoundingClientRect();
      if (screen(rect) && seen(svg) && (rect.bottom > foot + SLACK || rect.right > innerWidth + SLACK)) { found.push(`a chart of ${svg.closest("section").id} is cut off`); }
    }
    if (scrollX || scrollY) { found.push("the page is scrolled"); }
  }
  return [...new Set(found)];
}
