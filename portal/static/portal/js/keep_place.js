/* The variant switch keeps one’s place: it leads to the passage that was being read, by the ids both variants share. */
const READING_LINE = 0.1;

function passageBeingRead() {
  const line = window.innerHeight * READING_LINE;
  const passages = [...document.querySelectorAll("main [id]")].filter((one) => !one.closest("svg"));
  return passages.filter((one) => one.getBoundingClientRect().top <= line).pop();
}

for (const link of document.querySelectorAll("[data-same-page]")) {
  link.addEventListener("click", () => {
    const passage = window.scrollY > window.innerHeight * READING_LINE && passageBeingRead();
    link.hash = passage ? passage.id : "";
  });
}
