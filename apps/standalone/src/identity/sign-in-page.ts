import { html, type HtmlPage, type Markup } from '#platform/auth';
import type { DemoIdentity } from './demo-identity.js';

export interface SignInPageOptions {
  readonly people: readonly DemoIdentity[];
  /** Address to which the choice is sent. */
  readonly action: string;
  /** A person asked for by name who does not exist. */
  readonly unknownHint: string | null;
  /** Origin of the application, to which the form leads in the end. */
  readonly applicationOrigin: string;
}

/** Filters while typing; without script the whole list stays. */
const SCRIPT = `
const search = document.getElementById('search');
const status = document.getElementById('found');
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '');
search.parentElement.hidden = false;
search.addEventListener('input', () => {
  const words = plain(search.value).split(/\\s+/);
  let found = 0;
  for (const group of document.querySelectorAll('section')) {
    let shown = 0;
    for (const person of group.querySelectorAll('li')) {
      person.hidden = !words.every((word) => plain(group.dataset.group + ' ' + person.textContent).includes(word));
      if (!person.hidden) shown += 1;
    }
    group.hidden = shown === 0;
    found += shown;
  }
  status.textContent = found === 1 ? '1 Person' : found + ' Personen';
});
`;

/** Everybody who may be chosen, by role. One click signs in. */
export function signInPage({ people, action, unknownHint, applicationOrigin }: SignInPageOptions): HtmlPage {
  const groups = [...new Set(people.map(({ group }) => group))];
  return {
    title: 'Als wen möchten Sie sich anmelden?',
    script: SCRIPT,
    formTargets: [applicationOrigin],
    content: html`
      ${unknownHint === null ? null : html`<p class="note" role="alert">„${unknownHint}“ ist hier nicht bekannt. Bitte wählen Sie aus der Liste.</p>`}
      <p class="note">
        Vorführbetrieb: Alle Personen sind erfunden, ein Passwort gibt es nicht. Im Betrieb steht hier der Anmeldedienst
        Ihres Hauses.
      </p>
      <div hidden>
        <label for="search">Person, Land oder Arbeitskreis suchen</label>
        <input type="search" id="search" autocomplete="off" />
        <p id="found" role="status"></p>
      </div>
      <form method="post" action="${action}">
        ${groups.map((group, index) =>
          peopleOfGroup(
            group,
            people.filter((person) => person.group === group),
            index,
          ),
        )}
      </form>
    `,
  };
}

function peopleOfGroup(group: string, members: readonly DemoIdentity[], index: number): Markup {
  return html`<section aria-labelledby="group-${index}" data-group="${group}">
    <h2 id="group-${index}">${group}</h2>
    <ul class="people">
      ${members.map(
        ({ subject, name, office, mail }) =>
          html`<li>
            <button name="subject" value="${subject}">
              <strong>${name}</strong><span>${office}</span><span>${breakable(mail)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A long address may break after the @, and nowhere else if it fits. */
function breakable(mail: string): Markup {
  const [mailbox = '', domain = ''] = mail.split('@');
  return html`${mailbox}@<wbr />${domain}`;
}

export const expiredPage: HtmlPage = {
  title: 'Anmeldung abgelaufen',
  content: html`<p>Diese Anmeldung ist schon beendet oder hat zu lange gedauert. Bitte beginnen Sie neu.</p>
    <p><a class="action" href="/auth/login">Erneut anmelden</a></p>`,
};

export const faultPage: HtmlPage = {
  title: 'Anmeldung nicht möglich',
  content: html`<p>Die Vorführ-Anmeldung hat diese Anfrage nicht verstanden. Bitte beginnen Sie neu.</p>
    <p><a class="action" href="/auth/login">Erneut anmelden</a></p>`,
};
