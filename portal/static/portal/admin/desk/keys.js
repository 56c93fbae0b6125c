// Single keys act on the segment that has the focus, or else on the one that waits. Never while somebody types, and
// only as long as the reader leaves them on.

const OFF = "portail-atelier:touches";
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "non";
  } catch {
    return false;
  }
};

export function showKeysSwitch(root) {
  const box = root.querySelector("[data-desk-keys-switch]");
  if (!box) return;
  box.closest("[data-desk-needs-script]").hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "oui" : "non"));
}

const segments = (root) => [...root.querySelectorAll("[data-desk-segment]")];

function current(root) {
  return (
    document.activeElement.closest?.("[data-desk-segment]") ??
    root.querySelector(".desk__segment--now") ??
    root.querySelector("[data-desk-segment]")
  );
}

export function goTo(root, segment) {
  for (const other of segments(root)) other.classList.toggle("desk__segment--now", other === segment);
  segment?.focus();
}

function move(root, step) {
  const all = segments(root);
  const isThere = document.activeElement.closest?.("[data-desk-segment]");
  const position = all.indexOf(current(root)) + (isThere ? step : 0);
  goTo(root, all[Math.min(Math.max(position, 0), all.length - 1)]);
}

function press(root, key) {
  const segment = current(root);
  const control = segment?.querySelector(`[data-desk-key="${key}"]`);
  if (!control) return false;
  goTo(root, segment);
  if (control.matches("summary")) {
    control.parentElement.open = true;
    control.parentElement.querySelector("textarea").focus();
  } else {
    control.click();
  }
  return true;
}

function showHelp(root) {
  const summary = root.querySelector("[data-desk-help]");
  if (!summary) return false;
  summary.parentElement.open = true;
  summary.focus();
  return true;
}

function whileTyping(event) {
  const box = event.target;
  if (!box.matches("[data-desk-form] textarea")) return;
  if (event.key === "Escape") {
    box.closest("[data-desk-segment]").focus();
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    box.closest("details").querySelector("[data-desk-send]").click();
  }
}

export function listenToKeys(find) {
  const act = (event) => {
    const root = find();
    if (event.target.matches?.(TYPING)) return event.type === "keydown" ? whileTyping(event) : undefined;
    const isElsewhere = event.target !== document.body && !root.contains(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere) return undefined;
    if (root.hasAttribute("data-keys-off") || isOff()) return undefined;
    const key = event.key.toLowerCase();
    if (key === "?") {
      // Wagtail opens its own panel on the keypress: on this screen the key is the desk's.
      event.stopImmediatePropagation();
      event.preventDefault();
      if (event.type === "keydown") showHelp(root);
    } else if (event.type === "keydown" && !event.repeat) {
      if (key === "j" || key === "k") move(root, key === "j" ? 1 : -1);
      else if (/^[a-z]$/.test(key) && press(root, key)) event.preventDefault();
    }
    return undefined;
  };
  for (const type of ["keydown", "keypress"]) window.addEventListener(type, act, { capture: true });
}
