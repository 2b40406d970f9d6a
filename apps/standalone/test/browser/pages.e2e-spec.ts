import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Browser, Locator } from 'playwright-core';
import { landCodes } from '#glossary';
import { describeWithChromium } from '#testing/tools';
import { Person } from '../../src/cycle/person.js';
import { planConference, type PlannedConference } from './conference.js';
import { startProduct, type Product } from './product.js';
import { launchBrowser, Visitor } from './visitor.js';

const PREPARATION = 300_000;
const WALK = 240_000;

describeWithChromium('The pages', () => {
  let product: Product;
  let browser: Browser;
  let conference: PlannedConference;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    conference = await planConference(product.address);
  }, PREPARATION);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, PREPARATION);

  const as = (mailbox: string): Promise<Visitor> => Visitor.signIn(browser, product.address, mailbox);

  const expectSound = async (visitor: Visitor): Promise<void> => {
    expect(await visitor.violations()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  };

  /** The expert writes; answers the path of the topic. */
  const draft = async (
    title: string,
    look: (expert: Visitor) => Promise<void> = async () => undefined,
  ): Promise<string> => {
    const expert = await as('fachreferat.he');
    const { page } = expert;
    await page.getByRole('link', { name: 'Thema anmelden' }).click();
    await page.getByLabel('Konferenz', { exact: true }).selectOption(conference.id);
    await page.getByLabel('Titel', { exact: true }).fill(title);
    await page.getByLabel('Sachverhalt').fill('Die Länder warnen auf unterschiedlichen Wegen.');
    await page.getByLabel('Begründung', { exact: true }).fill('Gemeinsame Wege erreichen mehr Menschen.');
    await expert.button('Ziffer hinzufügen').click();
    await page.keyboard.type('Die IMK bekräftigt die Bedeutung der Warnung der Bevölkerung.');
    await expert.button('Danach einfügen: Ziffer 1').click();
    await page.keyboard.type('Sie bittet den Bund um einen Bericht zur Frühjahrssitzung.');
    await look(expert);
    await expert.button('Speichern').click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await look(expert);
    const path = new URL(page.url()).pathname;
    await expert.leave();
    return path;
  };

  it(
    'take a topic from its draft to its adoption, from hand to hand',
    async () => {
      const topic = await draft('Warnung der Bevölkerung', expectSound);

      // The coordinator has no mouse: from the first Tab to the confirmation.
      const coordinator = await as('koordination.he');
      await coordinator.goTo(topic);
      await coordinator.tabTo(coordinator.button('Anmeldung einreichen'));
      await coordinator.page.keyboard.press('Enter');
      const asked = coordinator.page.getByRole('dialog', { name: 'Anmeldung einreichen' });
      await coordinator.tabTo(asked.getByRole('button', { name: 'Anmeldung einreichen', exact: true }));
      await expectSound(coordinator);
      await coordinator.page.keyboard.press('Enter');
      await coordinator.page.getByText('Erledigt: Anmeldung einreichen').waitFor();
      await coordinator.leave();

      const secretariat = await as('geschaeftsstelle');
      await secretariat.goTo(topic);
      await secretariat.act('Anmeldung annehmen');
      await secretariat.act('Arbeitskreis zuweisen', (dialog) =>
        dialog
          .getByRole('group', { name: 'Federführender Arbeitskreis' })
          .getByRole('radio', { name: 'AK V', exact: true })
          .check(),
      );
      await expectSound(secretariat);

      const committeeChair = await as('vorsitz.ak5');
      await committeeChair.page.getByRole('link', { name: 'Warnung der Bevölkerung' }).first().click();
      await committeeChair.act('An die Vorkonferenz weiterleiten', (dialog) =>
        dialog.getByLabel('Einvernehmlich empfohlen').check(),
      );
      await committeeChair.leave();

      const chair = await as(conference.chairMailbox);
      await chair.goTo(topic);
      await chair.act('An die Hauptkonferenz weiterleiten', (dialog) =>
        dialog.getByLabel('Einvernehmlich empfohlen').check(),
      );

      await secretariat.goTo(`/fristen/${conference.id}`);
      await secretariat.page.getByRole('heading', { level: 3, name: 'Endgültige Unterlagen' }).waitFor();
      await expectSound(secretariat);
      await secretariat.goTo('/konferenzen');
      await expectSound(secretariat);
      const entry = secretariat.page.getByRole('listitem').filter({ hasText: conference.title });
      await entry.getByRole('button', { name: 'Tagesordnung zusammenstellen' }).click();
      const compile = secretariat.page.getByRole('dialog');
      await compile.getByRole('button', { name: 'Tagesordnung zusammenstellen' }).click();
      await entry.getByRole('link', { name: 'Tagesordnung ansehen' }).click();
      await secretariat.act('Tagesordnung versenden');
      await secretariat.page.getByText('TOP 1', { exact: true }).waitFor();
      await expectSound(secretariat);
      const agenda = new URL(secretariat.page.url()).pathname;
      await secretariat.leave();

      await chair.goTo(agenda);
      await chair.button('Abstimmung eröffnen: Warnung der Bevölkerung').click();
      await chair.page.getByRole('dialog').getByRole('button', { name: 'Abstimmung eröffnen' }).click();
      await chair.page.getByRole('link', { name: 'Zur Abstimmung' }).click();
      await chair.page.getByRole('heading', { level: 1, name: 'Abstimmung' }).waitFor();
      await expectSound(chair);
      const ballot = new URL(chair.page.url()).pathname;

      const bavaria = await as('koordination.by');
      await bavaria.goTo(ballot);
      await bavaria.page.getByRole('radio', { name: 'Ja' }).check();
      await bavaria.button('Stimme abgeben').click();
      await bavaria.page.getByText('Abgegeben: Ja').waitFor();
      await expectSound(bavaria);
      await voteYes(product.address, ballot.split('/').at(-1) ?? '');

      await chair.goTo(ballot);
      await chair.act('Abstimmung schließen');
      await chair.act('Ergebnis feststellen', async (dialog) => {
        await dialog.getByLabel('Beschlossen', { exact: true }).check();
      });
      await expectSound(chair);
      await chair.leave();

      await bavaria.goTo(topic);
      await bavaria.page.getByRole('heading', { level: 2, name: 'Beschluss', exact: true }).waitFor();
      await expectSound(bavaria);
      const words = await bavaria.page.getByRole('main').innerText();
      expect(words).toContain('Entschieden');
      expect(words).toContain('Die IMK bekräftigt die Bedeutung der Warnung der Bevölkerung.');
      await bavaria.leave();
    },
    WALK,
  );

  it('show somebody who is not signed in how to sign in, and lead on to the page asked for', async () => {
    const somebody = await Visitor.open(browser, product.address);
    await somebody.goTo('/themen?stand=DRAFT');
    expect(await somebody.page.title()).toBe('Anmelden – Konferenzmappe');
    expect(await somebody.violations()).toEqual([]);
    await somebody.page.getByRole('link', { name: 'Mit dem Behördenkonto anmelden' }).click();
    await somebody.page.getByRole('button', { name: 'Katharina Vogt' }).click();
    await somebody.page.getByRole('heading', { level: 1, name: 'Themen' }).waitFor();
    expect(new URL(somebody.page.url()).search).toBe('?stand=DRAFT');
    await expectSound(somebody);
    await somebody.button('Abmelden').click();
    await somebody.page.getByRole('heading', { level: 1, name: 'Abgemeldet' }).waitFor();
    await somebody.leave();
  });

  it('offer a placeholder for classified papers, with no place for what stands in them', async () => {
    const coordinator = await as('koordination.he');
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Thema anmelden' }).click();
    await page.getByLabel('Konferenz', { exact: true }).selectOption(conference.id);
    await page.getByLabel('Sachverhalt').fill('Aus den Unterlagen.');
    await page.getByLabel(/^Platzhalter/).check();
    expect(await page.getByLabel('Sachverhalt').count()).toBe(0);
    await expectSound(coordinator);
    await coordinator.button('Speichern').click();
    await page.getByRole('heading', { level: 1, name: 'Eingestuftes Thema – liegt gesondert vor' }).waitFor();
    const words = await page.getByRole('main').innerText();
    expect(words).toContain('Verschlusssache – liegt gesondert vor');
    expect(words).not.toContain('Aus den Unterlagen.');
    await expectSound(coordinator);
    await coordinator.leave();
  });

  it('keep an act that is not possible within reach of the keyboard, with its reasons', async () => {
    const coordinator = await as('koordination.he');
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Thema anmelden' }).click();
    await page.getByLabel('Konferenz', { exact: true }).selectOption(conference.id);
    await page.getByLabel('Titel', { exact: true }).fill('Noch ohne Inhalt');
    await coordinator.button('Speichern').click();
    const submit = coordinator.button('Anmeldung einreichen');
    await submit.waitFor();
    await coordinator.tabTo(submit);
    expect(await submit.getAttribute('aria-disabled')).toBe('true');
    const reasons = page.locator(`[id="${await submit.getAttribute('aria-describedby')}"]`);
    expect(await reasons.innerText()).toContain('Bitte schildern Sie den Sachverhalt.');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await coordinator.leave();
  });

  it('show both texts to the second of two people who write at once, and the new one to whoever reads', async () => {
    const topic = await draft('Gemeinsame Warntage');
    const [first, second] = [await as('fachreferat.he'), await as('koordination.he')];
    const reader = await as('fachreferat.he');
    await reader.goTo(topic);
    for (const writer of [first, second]) await writer.goTo(`${topic}/bearbeiten`);
    await first.page.getByLabel('Ziffer 1', { exact: true }).fill('Die IMK begrüßt gemeinsame Warntage.');
    await first.button('Speichern').click();
    await first.page.getByText('Die IMK begrüßt gemeinsame Warntage.').waitFor();
    // Whoever has the topic on the screen sees the new text without doing anything.
    await reader.page.getByText('Die IMK begrüßt gemeinsame Warntage.').waitFor();
    await expectSound(reader);
    await second.page.getByLabel('Ziffer 1', { exact: true }).fill('Die IMK hält Warntage für erforderlich.');
    await second.button('Speichern').click();
    const mine = second.page.getByRole('region', { name: 'Ihr Text' });
    const theirs = second.page.getByRole('region', { name: 'Gespeicherter Text' });
    expect(await mine.innerText()).toContain('Die IMK hält Warntage für erforderlich.');
    expect(await theirs.innerText()).toContain('Die IMK begrüßt gemeinsame Warntage.');
    await expectSound(second);
    await second.button('Mit meinem Text weiterarbeiten').click();
    await second.button('Speichern').click();
    await second.page.getByRole('heading', { level: 1, name: 'Gemeinsame Warntage' }).waitFor();
    await second.page.getByText('Fassung 3 ').waitFor();
    for (const person of [first, second, reader]) await person.leave();
  });

  it('show the organisation, and let a person be found and entrusted without a mouse', async () => {
    const reader = await as('leser.he');
    for (const path of [
      '/organisation',
      '/organisation/gremien/AK5',
      '/organisation/personen',
      '/organisation/vorsitz',
      '/organisation/leitungen',
      '/fristen/erinnerungen',
    ]) {
      await reader.goTo(path);
      await expectSound(reader);
    }
    await reader.leave();

    // Open all the while: what is told appears by itself.
    const entrusted = await as('koordination.he');
    await entrusted.goTo('/benachrichtigungen');

    const secretariat = await as('geschaeftsstelle');
    const { page } = secretariat;
    const { keyboard } = page;
    await secretariat.goTo('/benachrichtigungen/fehlgeschlagen');
    await page.getByText('Keine E-Mails gefunden.').waitFor();
    await expectSound(secretariat);
    await secretariat.goTo('/organisation?suche=katastrophenschutz');
    await page.getByRole('link', { name: /^AK V: / }).click();
    await page.getByRole('heading', { level: 1, name: /^AK V: / }).waitFor();
    await expectSound(secretariat);

    await secretariat.goTo('/organisation/personen');
    await secretariat.tabTo(secretariat.button('Aufgabe übertragen'));
    await keyboard.press('Enter');
    const asked = page.getByRole('dialog', { name: 'Aufgabe übertragen' });
    const person = asked.getByRole('combobox', { name: 'Person' });
    await keyboard.type('niemand heißt so');
    await asked.getByText('Niemand gefunden.').waitFor();
    await person.fill('hessen vogt');
    await asked.getByText('1 Person gefunden').waitFor();
    await keyboard.press('ArrowDown');
    await expectSound(secretariat);
    await keyboard.press('Escape');
    expect(await asked.isVisible()).toBe(true);
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key);
    await asked.getByText('Ausgewählt: Katharina Vogt').waitFor();
    await asked.getByLabel('Aufgabe', { exact: true }).selectOption({ label: 'Gast' });
    await asked.getByLabel('Gremium').selectOption('AK5');
    await asked.getByLabel('Erster Tag').fill(conference.startsOn);
    await secretariat.tabTo(asked.getByRole('button', { name: 'Aufgabe übertragen', exact: true }));
    await keyboard.press('Enter');
    await page.getByText('Erledigt: Aufgabe übertragen').waitFor();
    await secretariat.leave();

    await entrusted.page.getByRole('link', { name: /Ihnen wurde eine Aufgabe übertragen/ }).click();
    await entrusted.page.getByRole('heading', { level: 1, name: 'Katharina Vogt' }).waitFor();
    await entrusted.page.getByRole('heading', { level: 3, name: 'Gast AK V' }).waitFor();
    await expectSound(entrusted);
    await entrusted.leave();
  });

  it('show the technical administration how the installation works', async () => {
    const technician = await as('technik');
    const { page } = technician;
    await page.getByRole('link', { name: 'Technik', exact: true }).click();
    await page.getByRole('row', { name: /^pass-deadlines/ }).waitFor();
    await page.getByRole('row', { name: /Läuft$/ }).waitFor();
    await page.getByText('Keine Arbeiten gefunden.').waitFor();
    await expectSound(technician);
    await page.getByRole('link', { name: 'Die Warteschlangen im Einzelnen' }).click();
    await page.getByText('event-jobs').first().waitFor();
    expect(technician.complaints).toEqual([]);
    await technician.leave();
  });

  it('show follow-ups and written procedures, and keep the focus while a list is filtered', async () => {
    const secretariat = await as('geschaeftsstelle');
    const { page } = secretariat;
    await secretariat.goTo('/auftraege');
    const count = page.getByRole('status').filter({ hasText: /Auftr/ });
    await count.waitFor();
    await expectSound(secretariat);
    const state = page.getByLabel('Stand');
    await secretariat.tabTo(state);
    await state.selectOption('REPORTED');
    await page.getByText('1 Auftrag', { exact: true }).waitFor();
    expect(await state.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(new URL(page.url()).search).toBe('?stand=REPORTED');
    await page.getByRole('heading', { level: 3 }).getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: 'Nächste Schritte' }).waitFor();
    await expectSound(secretariat);
    await secretariat.goTo('/umlaufverfahren?stand=RUNNING');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.getByText(/^10 Arbeitstage bis /).waitFor();
    await expectSound(secretariat);
    await secretariat.leave();
  });

  it('plan a special session and a session of the Vorkonferenz without a mouse', async () => {
    const day = DateTime.fromISO(conference.startsOn).plus({ weeks: 1 });
    const firstDay = day.toFormat('yyyy-MM-dd');
    const dayBefore = day.minus({ days: 1 }).toFormat('yyyy-MM-dd');
    const secretariat = await as('geschaeftsstelle');
    const { page } = secretariat;
    const { keyboard } = page;
    const press = async (target: Locator): Promise<void> => {
      await secretariat.tabTo(target);
      await keyboard.press('Enter');
    };
    const enter = async (field: Locator, value: string): Promise<void> => {
      await secretariat.tabTo(field);
      await field.fill(value);
    };
    await secretariat.goTo('/konferenzen');
    await press(page.getByRole('link', { name: 'Konferenz planen' }));
    await secretariat.tabTo(page.getByRole('radio', { name: 'Frühjahr' }));
    await keyboard.press('ArrowUp');
    await enter(page.getByLabel('Erster Tag'), firstDay);
    await enter(page.getByLabel('Letzter Tag'), dayBefore);
    await enter(page.getByLabel('Ort'), 'Sassnitz');
    await press(secretariat.button('Konferenz planen'));
    const refused = page.getByRole('alert');
    await refused.getByText('Das Ende liegt vor dem Beginn.').waitFor();
    await expectSound(secretariat);
    await press(refused.getByRole('link'));
    expect(await page.getByLabel('Letzter Tag').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await page.getByLabel('Ort').inputValue()).toBe('Sassnitz');
    await page.getByLabel('Letzter Tag').fill(firstDay);
    await keyboard.press('Enter');

    const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Sassnitz' }).first();
    await entry.getByText(/^Erledigt: Sondersitzung .* ist geplant$/).waitFor();
    await press(entry.getByRole('button', { name: 'Sitzung planen' }));
    const asked = page.getByRole('dialog', { name: 'Sitzung planen' });
    await secretariat.tabTo(asked.getByLabel('Gremium'));
    await keyboard.type('Vorkonferenz');
    await enter(asked.getByLabel('Erster Tag'), dayBefore);
    await enter(asked.getByLabel('Letzter Tag'), dayBefore);
    await expectSound(secretariat);
    await press(asked.getByRole('button', { name: 'Sitzung planen', exact: true }));
    await entry.getByText('Erledigt: Sitzung planen').waitFor();
    await entry.getByText(/Vorkonferenz: .* \(Präsenz, Geplant\)/).waitFor();
    await expectSound(secretariat);
    await secretariat.leave();
  });
});

/** All Länder but Bavaria, which votes on the page. */
async function voteYes(address: string, ballotId: string): Promise<void> {
  for (const party of landCodes.filter((land) => land !== 'BY')) {
    const person = await Person.signIn(address, `koordination.${party.toLowerCase()}@konferenzmappe.example`);
    const { ballot } = (await person.ask('query ($id: ID!) { ballot(id: $id) { textHash } }', { id: ballotId })) as {
      readonly ballot: { readonly textHash: string };
    };
    await person.act('castVote', { ballotId, party, choice: 'YES', textHash: ballot.textHash }, 'ballot { id }');
  }
}
