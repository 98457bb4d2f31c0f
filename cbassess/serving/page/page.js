// Keys go to the terminal at once, and again after the window was left; nobody has to click first.
addEventListener("load", () => {
  const focus = () => document.querySelector(".xterm-helper-textarea")?.focus({ preventScroll: true });
  addEventListener("focus", focus);
  focus();
});
