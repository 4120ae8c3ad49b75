/* Labels that were placed for the page lie closer on a screen: each moves up or down to where it touches no other and no mark. */
const STEPS = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 2.5, -2.5, 3, -3];
/* What a letter needs of its line: the rest is the room above and below it. */
const INK = 0.2;

const touch = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function inked(element) {
  const { left, right, top, bottom, height } = element.getBoundingClientRect();
  return { left, right, top: top + height * INK, bottom: bottom - height * INK };
}

const moved = (box, by) => ({ ...box, top: box.top + by, bottom: box.bottom + by });

/* A text that finds no place is left out where it only names a mark: the table has it. */
export function settle(graph) {
  const taken = [...graph.querySelectorAll(".points path.point")].filter((mark) => getComputedStyle(mark).opacity !== "0").map((mark) => mark.getBoundingClientRect());
  const labels = [...graph.querySelectorAll(".annotation")].filter((label) => label.textContent.trim());
  taken.push(...[...graph.querySelectorAll(".xtick text, .ytick text")].map(inked));
  const edge = graph.getBoundingClientRect();
  for (const label of labels) { label.style.transform = ""; }
  const loud = (label) => (label.querySelector("[style*='bold'], [style*='700']") ? 0 : 1);
  const boxes = labels.map((label) => ({ label, box: inked(label), loud: loud(label) })).sort((one, other) => one.loud - other.loud);
  for (const { label, box } of boxes) {
    const step = (box.bottom - box.top) * 0.8;
    const free = STEPS.map((by) => by * step).find((by) => {
      const there = moved(box, by);
      return there.top >= edge.top - step && there.bottom <= edge.bottom + step && !taken.some((other) => touch(there, other));
    });
    if (free) { label.style.transform = `translateY(${free}px)`; }
    taken.push(moved(box, free || 0));
  }
}
