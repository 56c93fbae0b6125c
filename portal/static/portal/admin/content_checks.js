// Renews the section « Français et clarté » of the checks panel each time that the preview shows what was typed.
const section = document.querySelector("[data-content-checks]");
let waiting;

async function renew() {
  waiting?.abort();
  waiting = new AbortController();
  try {
    const answer = await fetch(`${section.dataset.contentChecks}?apercu`, { signal: waiting.signal });
    if (answer.ok && !answer.redirected) {
      section.querySelector("[data-content-checks-findings]").innerHTML = await answer.text();
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

if (section) document.addEventListener("w-preview:loaded", renew);
