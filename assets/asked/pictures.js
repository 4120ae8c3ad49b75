/* A card's picture is made in the reader's own browser, from what the page shows, and goes where the reader puts it: nothing is sent. */
import { Nothing, TooLarge, composed } from "./composed.js";

const LONGEST = 120;

export async function take(button) {
  const card = button.closest("section.card");
  const say = (words) => { card.querySelector(".picture-said").textContent = words; };
  say("");
  try {
    say(await WAYS[button.dataset.picture](card));
  } catch (error) {
    say(excuse(error));
  }
}

const REFUSED = "This browser did not let the page copy. Allow it in the browser's settings, or save the picture instead.";
const LARGE = "This is too much for one picture: nobody could read it. Choose less of it, or take the file (CSV).";
const refused = (error) => error instanceof DOMException && ["NotAllowedError", "SecurityError"].includes(error.name);

function excuse(error) {
  if (error instanceof TooLarge) { return LARGE; }
  if (error instanceof Nothing) { return "Nothing is drawn here now, so there is no picture of it."; }
  return refused(error) ? REFUSED : "The picture could not be made. Try again, or take a screenshot.";
}

const WAYS = {
  async png(card) {
    const { svg } = await composed(card);
    save(await bitmap(svg), nameOf(card) + ".png");
    return "The picture was saved as PNG.";
  },
  async svg(card) {
    const { svg } = await composed(card);
    save(new Blob([written(svg)], { type: "image/svg+xml" }), nameOf(card) + ".svg");
    return "The picture was saved as SVG.";
  },
  copy,
  async link(card) {
    await navigator.clipboard.writeText(addressOf(card));
    return "A link to this card was copied.";
  },
};

/* The picture, and beside it the sentence for places that take words alone. */
async function copy(card) {
  const made = composed(card);
  const words = made.then(({ said }) => [said.sentence, said.filters, said.source, addressOf(card)].filter(Boolean).join("\n"));
  if (!window.ClipboardItem) {
    await navigator.clipboard.writeText(await words);
    return "This browser copies no pictures: the sentence was copied.";
  }
  const plain = words.then((said) => new Blob([said], { type: "text/plain" }));
  const picture = made.then(({ svg }) => bitmap(svg));
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture, "text/plain": plain })]);
  return "The picture and its sentence were copied.";
}

const addressOf = (card) => location.origin + location.pathname + location.search + "#" + card.id;
const written = (svg) => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg);

/* As wide as the picture says: 1,600 pixels. */
function bitmap(svg) {
  const image = new Image();
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  return new Promise((done, failed) => {
    image.onerror = () => failed(new Error("no picture"));
    image.onload = () => {
      canvas.getContext("2d").drawImage(image, 0, 0, width, height);
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(written(svg));
  });
}

function save(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/* lantern-team-run-hazelmoor-bp-control-2026-11-28: what it is of, and when it was made; letters that every system takes. */
function nameOf(card) {
  const [, of, team] = location.pathname.split("/");
  const measure = document.querySelector("#main [data-choice='measure'] select")?.value;
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const parts = ["lantern", card.id, of === "teams" ? team : "", measure];
  return parts.filter(Boolean).join("-").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST) + "-" + day;
}
