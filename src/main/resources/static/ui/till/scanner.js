// Scanners type like people, only faster, and end with Enter. Wherever the cursor stands, what they
// type is a customer; what people type nowhere in particular is the beginning of one.
const FASTEST_HAND = 35;
const SHORTEST_CODE = 6;

const isCode = (burst) => burst.length >= SHORTEST_CODE && /\d/.test(burst);

export function listen(field, scanned) {
  let burst = "";
  let before = null;
  let last = 0;
  addEventListener(
    "keydown",
    (event) => {
      const target = event.target;
      // A form that is open asked for a code of its own.
      const inside = target.closest?.("dialog");
      const typing = target.matches?.("input, textarea, select");
      if (event.key === "Enter" && target !== field && !inside && isCode(burst) && event.timeStamp - last < 3 * FASTEST_HAND) {
        event.preventDefault();
        event.stopPropagation();
        if (typing && before !== null) {
          target.value = before;
          target.dispatchEvent(new Event("input", { bubbles: true }));
        }
        const code = burst;
        burst = "";
        scanned(code);
        return;
      }
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) {
        if (event.key !== "Shift") burst = "";
        return;
      }
      if (event.timeStamp - last > FASTEST_HAND || burst === "") {
        burst = "";
        before = typing ? target.value : null;
      }
      burst += event.key;
      last = event.timeStamp;
      const pressing = target.closest?.("button, a, summary, dialog");
      if (!typing && !pressing && event.key !== " ") field.focus();
    },
    true
  );
}
