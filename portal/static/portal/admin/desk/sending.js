// Sends what a button of the form says and puts the answer in place: no jump to the top, nothing typed is lost.
import { hasUnsavedText } from "./drafts.js";
import { goTo } from "./keys.js";

const SILENT = "Le serveur ne répond pas. Vos textes restent ici : réessayez dans un moment.";
const ENDED = "Votre session a pris fin. Reconnectez-vous dans un autre onglet, puis rechargez cette page : vos textes y reviendront.";

function say(text) {
  const place = document.querySelector("[data-desk-status]");
  place.textContent = text;
  place.classList.remove("w-sr-only");
  place.classList.add("help-block", "help-warning");
}

function announce(root, key) {
  const place = document.querySelector("[data-desk-status]");
  place.classList.remove("help-block", "help-warning");
  place.classList.add("w-sr-only");
  const heading = root.querySelector(`#h-${key}`)?.innerText ?? "";
  const error = root.querySelector(`#e-${key}`)?.innerText ?? "";
  place.textContent = [heading, error, root.querySelector("[data-desk-progress]").innerText].filter(Boolean).join(". ");
}

async function ask(form, submitter) {
  // Not form.action: the form has a button of that name.
  const answer = await fetch(window.location.pathname, { method: "POST", body: new FormData(form, submitter) });
  if (answer.redirected && !answer.url.includes("/variantes/")) throw new Error(ENDED);
  if (answer.status === 403) throw new Error(ENDED);
  if (!answer.ok && answer.status !== 422) throw new Error(SILENT);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function lead(root, submitter, key) {
  const same = root.querySelector(`[name="${CSS.escape(submitter.name)}"][value="${CSS.escape(submitter.value)}"]`);
  const twin = root.querySelector(`button[value="${CSS.escape(submitter.value)}"]:is([name=refuse], [name=accept])`);
  const hasFault = root.querySelector(`#e-${key}`);
  const wanted = submitter.getAttribute("formaction")?.slice(1) ?? "";
  const segment = root.querySelector(`#${CSS.escape(hasFault ? `s-${key}` : wanted)}`);
  const next = segment?.matches("[data-desk-segment]") ? segment : root.querySelector("[data-open]");
  goTo(root, next);
  if (!next) root.querySelector("[name=action]")?.focus();
  if (["refuse", "accept"].includes(submitter.name)) (same ?? twin)?.focus();
}

export function sendWithoutReload(find, prepare) {
  let isLeaving = false;
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (!form.matches("[data-desk-form]") || !submitter) return;
    if (submitter.name === "action") {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    try {
      const page = await ask(form, submitter);
      const fresh = page.querySelector("[data-desk]");
      if (!fresh) throw new Error(SILENT);
      find().replaceWith(fresh);
      document.querySelector(".messages > ul")?.replaceWith(page.querySelector(".messages > ul"));
      prepare(fresh);
      const key = submitter.value.split(".")[0];
      lead(fresh, submitter, key);
      announce(fresh, key);
    } catch (error) {
      form.ariaBusy = "false";
      say(error instanceof TypeError ? SILENT : error.message);
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && hasUnsavedText(find())) event.preventDefault();
  });
}
