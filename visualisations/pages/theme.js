// Dark and light: by the system's choice until the reader switches.
const systemDark = matchMedia('(prefers-color-scheme: dark)');
let chosenTheme = null;
const isDark = () => (chosenTheme ? chosenTheme === 'dark' : systemDark.matches);
const themeListeners = [];
const applyTheme = () => {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  byId('theme').textContent = say(isDark() ? 'to_light' : 'to_dark');
  for (const listener of themeListeners) listener();
};
systemDark.addEventListener('change', applyTheme);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
