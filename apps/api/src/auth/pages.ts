import { html, type HtmlPage } from '#platform/auth';
import type { SignInRefusal } from './sign-in.js';

export interface StatusPage extends HtmlPage {
  readonly status: number;
}

const again = html`<p><a class="action" href="/auth/login">Erneut anmelden</a></p>`;
const another = html`<p><a class="action" href="/auth/login?another=yes">Mit einem anderen Konto anmelden</a></p>`;

const cancelledPage: StatusPage = {
  status: 403,
  title: 'Anmeldung abgebrochen',
  content: html`<p>Sie haben die Anmeldung abgebrochen. Sie sind nicht angemeldet.</p>
    ${again}`,
};

const expiredPage: StatusPage = {
  status: 400,
  title: 'Anmeldung abgelaufen',
  content: html`<p>
      Diese Anmeldung wurde schon verwendet, in einem anderen Browser begonnen oder hat zu lange gedauert. Bitte
      beginnen Sie neu.
    </p>
    ${again}`,
};

const mailNotVerifiedPage: StatusPage = {
  status: 403,
  title: 'E-Mail-Adresse nicht bestätigt',
  content: html`<p>
      Der Anmeldedienst hat für Ihr Konto keine bestätigte E-Mail-Adresse übermittelt. Ohne sie erkennt die
      Konferenzmappe Sie bei der ersten Anmeldung nicht. Bitte bestätigen Sie Ihre Adresse beim Anmeldedienst.
    </p>
    ${another}`,
};

const personUnknownPage = (mail: string | null): StatusPage => ({
  status: 403,
  title: 'Kein Zugang',
  content: html`<p>
      Für <strong>${mail}</strong> ist in der Konferenzmappe niemand eingetragen. Zugang erhalten die Personen, die ein
      Land, der Bund, ein Arbeitskreis oder die Geschäftsstelle benannt hat; eine Selbstregistrierung gibt es nicht.
    </p>
    <p>Bitte wenden Sie sich an die Koordinierungsstelle Ihres Landes oder an die Geschäftsstelle.</p>
    ${another}`,
});

const mailLinkedPage = (mail: string | null): StatusPage => ({
  status: 403,
  title: 'Konto nicht zugeordnet',
  content: html`<p>
      Die Adresse <strong>${mail}</strong> gehört in der Konferenzmappe schon zu einem anderen Konto des
      Anmeldedienstes. Bitte wenden Sie sich an die Geschäftsstelle.
    </p>
    ${another}`,
});

/** Answers every "no" of sign-in with a page that says what happened and what to do. */
export function refusalPage(refusal: SignInRefusal, mail: string | null): StatusPage {
  switch (refusal) {
    case 'CANCELLED':
      return cancelledPage;
    case 'ATTEMPT_EXPIRED':
      return expiredPage;
    case 'MAIL_NOT_VERIFIED':
      return mailNotVerifiedPage;
    case 'PERSON_UNKNOWN':
      return personUnknownPage(mail);
    case 'MAIL_LINKED_TO_ANOTHER_ACCOUNT':
      return mailLinkedPage(mail);
  }
}

export const providerFaultPage: StatusPage = {
  status: 502,
  title: 'Anmeldung nicht möglich',
  content: html`<p>
      Der Anmeldedienst hat nicht oder nicht verständlich geantwortet. Sie sind nicht angemeldet. Bitte versuchen Sie es
      in einigen Minuten erneut.
    </p>
    ${again}`,
};

export const signedOutPage: StatusPage = {
  status: 200,
  title: 'Abgemeldet',
  content: html`<p>Sie sind abgemeldet.</p>
    ${again}`,
};
