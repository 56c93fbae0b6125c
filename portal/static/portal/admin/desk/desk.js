// The review desk, better with a script: no reload between two segments, keys, texts kept on this device.
import { keepDrafts } from "./drafts.js";
import { listenToKeys, showKeysSwitch } from "./keys.js";
import { showPresence } from "./presence.js";
import { sendWithoutReload } from "./sending.js";

function prepare(root) {
  keepDrafts(root);
  showKeysSwitch(root);
}

const root = () => document.querySelector("[data-desk]");

prepare(root());
listenToKeys(root);
showPresence(root);
sendWithoutReload(root, prepare);
