// Wagtail saves drafts by itself while one writes. A saving that one asks for waits for the one under way and then
// says which version it was written from: nobody gets into conflict with oneself.
const LOADED = { loaded_revision_id: "revision_id", loaded_revision_created_at: "revision_created_at" };

let isAutosaving = false;
let isSubmitting = false;
let waiting = null;

function release() {
  isAutosaving = false;
  if (!waiting) return;
  const { form, submitter } = waiting;
  waiting = null;
  if (submitter) submitter.disabled = false;
  form.requestSubmit(submitter);
}

document.addEventListener("w-autosave:save", (event) => {
  if (isSubmitting) event.preventDefault();
  else isAutosaving = true;
});

document.addEventListener("w-autosave:success", (event) => {
  for (const [name, key] of Object.entries(LOADED)) {
    const field = event.target.elements?.namedItem(name);
    const value = event.detail.data?.[key];
    if (field && value) field.value = value;
  }
  release();
});

document.addEventListener("w-autosave:error", release);

document.addEventListener(
  "submit",
  (event) => {
    if (isAutosaving && event.target.matches("[data-edit-form]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { form: event.target, submitter: event.submitter };
    }
  },
  { capture: true },
);

window.addEventListener("submit", (event) => {
  isSubmitting = event.target.matches("[data-edit-form]") && !event.defaultPrevented;
});
