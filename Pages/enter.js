"use strict";
// The token stands behind the '#', which no browser sends and no server writes into a log.
async function enter() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  const message = document.getElementById("message");
  try {
    const reply = await fetch("/enter", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }),
    });
    if (reply.ok) location.replace((await reply.json()).to);
    else message.textContent = (await reply.text()).trim();
  } catch {
    message.textContent = "The server cannot be reached. Open your link once more.";
  }
}
enter();
addEventListener("hashchange", enter);
