/** Forms into which somebody has typed since they were last sent. */
const begun = new Set<HTMLFormElement>();

const formOf = ({ target }: Event): HTMLFormElement | null =>
  target instanceof Element ? target.closest<HTMLFormElement>('form:not([role=search])') : null;

document.addEventListener('input', (event) => {
  const form = formOf(event);
  if (form !== null) begun.add(form);
});
document.addEventListener('submit', (event) => {
  const form = formOf(event);
  if (form !== null) begun.delete(form);
});

/** While somebody writes or decides, nothing on the page changes under their hands. */
export function isBusy(): boolean {
  for (const form of begun) if (!form.isConnected) begun.delete(form);
  return begun.size > 0 || document.querySelector('dialog[open]') !== null;
}
