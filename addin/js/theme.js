/** Light or dark: as the host says, where it says; else as the system does. */

/** @param {import("./host.js").Host} host */
export function followTheme(host) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  let told = false;
  const show = (/** @type {boolean} */ dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  };
  system.addEventListener("change", () => told || show(system.matches));
  show(system.matches);
  host.onTheme((dark) => {
    told = true;
    show(dark);
  });
}
