// Says every now and then that the reader is here, and shows who else is.

const PAUSE = 20_000;

async function call(find) {
  const root = find();
  const place = document.querySelector("[data-desk-presence]");
  if (document.hidden || !root) return;
  const body = new FormData();
  body.set("csrfmiddlewaretoken", root.querySelector("[name=csrfmiddlewaretoken]").value);
  body.set("latest", root.dataset.latest);
  try {
    const answer = await fetch(place.dataset.deskPresence, { method: "POST", body });
    if (!answer.ok || answer.redirected) return;
    const html = await answer.text();
    if (html !== place.dataset.shown) {
      place.innerHTML = html;
      place.dataset.shown = html;
    }
  } catch {
    // The next call tries again.
  }
}

export function showPresence(find) {
  setInterval(() => call(find), PAUSE);
  document.addEventListener("visibilitychange", () => call(find));
}
