/* Parts of a card that are drawn in HTML, laid out for a picture: in light, at one width, in a frame of their own that no screen and no theme of the reader changes. */
const DESK = { width: 1440, height: 900 };
/* What a picture has no use for: told to screen readers, unfolded, chosen, turned, or a chart, which is drawn by itself. */
const LEFT_OUT = ".sr-only, details, .pager, form, input, select, button, .chart, [hidden]";

/* Gives each part its box of this width; what is wider takes what it needs. The frame goes when use is done. */
export async function laidOut(card, parts, widths, use) {
  const frame = await framed();
  try {
    const page = frame.contentDocument;
    const section = page.importNode(card.cloneNode(false));
    section.style.margin = 0;
    const boxes = parts.map((part, at) => boxOf(page, part, widths[at]));
    section.append(...boxes);
    const main = page.createElement("main");
    main.id = "main";
    main.append(section);
    page.body.append(main);
    await page.fonts.load("16px 'Source Sans 3'");
    for (const box of boxes) { box.style.width = Math.max(box.clientWidth, box.scrollWidth) + "px"; }
    return use(boxes);
  } finally { frame.remove(); }
}

function boxOf(page, part, width) {
  const box = page.createElement("div");
  box.style.cssText = `width:${width}px;display:flow-root`;
  const copy = page.importNode(part, true);
  copy.querySelectorAll(LEFT_OUT).forEach((one) => one.remove());
  copy.style.margin = 0;
  box.append(copy);
  return box;
}

async function framed() {
  const frame = document.createElement("iframe");
  frame.srcdoc = "<!doctype html>";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText = `position:fixed;left:-9999px;top:0;border:0;visibility:hidden;zoom:calc(1 / var(--zoom));width:${DESK.width}px;height:${DESK.height}px`;
  const loaded = new Promise((done) => { frame.onload = done; });
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument;
  page.documentElement.dataset.theme = "light";
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((sheet) => page.importNode(sheet));
  const styled = sheets.map((sheet) => new Promise((done) => { sheet.onload = sheet.onerror = done; }));
  page.head.append(...sheets);
  await Promise.all(styled);
  ownColours(page);
  return frame;
}

/* Where the system chooses the colors of all pages, a picture keeps its own: whoever gets it has another system. */
function ownColours(page) {
  page.documentElement.style.forcedColorAdjust = "none";
  for (const sheet of page.styleSheets) {
    const forced = [...sheet.cssRules].flatMap((rule, at) => (rule.media?.mediaText.includes("forced-colors") ? [at] : []));
    for (const at of forced.reverse()) { sheet.deleteRule(at); }
  }
}
