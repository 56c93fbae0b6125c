// What was typed and not validated yet is kept on this device, and comes back after a crash, a closed tab, a lost session.

const boxes = (root) => [...root.querySelectorAll("textarea[data-standing]")];
const isUnsaved = (box) => box.value !== box.dataset.standing;

function place(root, box) {
  return `portail-atelier:${root.dataset.reader}:${root.dataset.variant}:${box.name}`;
}

function attempt(action) {
  try {
    return action();
  } catch {
    // Storage may be full or forbidden: the warning before leaving remains.
    return null;
  }
}

function keep(root, box) {
  attempt(() =>
    isUnsaved(box) ? localStorage.setItem(place(root, box), box.value) : localStorage.removeItem(place(root, box)),
  );
}

function restore(root, box) {
  const kept = attempt(() => localStorage.getItem(place(root, box)));
  const fold = box.closest("details");
  const notice = fold.querySelector("[data-desk-restored]");
  if (kept !== null && kept !== box.dataset.standing && !isUnsaved(box)) {
    box.value = kept;
    fold.open = true;
    notice.hidden = false;
  }
  keep(root, box);
  notice.querySelector("[data-desk-forget]").addEventListener("click", () => {
    box.value = box.dataset.standing;
    keep(root, box);
    notice.hidden = true;
    box.focus();
  });
}

export function keepDrafts(root) {
  for (const box of boxes(root)) {
    restore(root, box);
    box.addEventListener("input", () => keep(root, box));
  }
}

export function hasUnsavedText(root) {
  return boxes(root).some(isUnsaved);
}
