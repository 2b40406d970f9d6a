import { describe, expect, it } from '@jest/globals';
import { composeMail, type NotificationMailInput } from './notification-mail.js';
import { pathOf } from './notification-path.js';

const input: NotificationMailInput = {
  notificationId: '01930000-0000-7000-8000-00000000000a',
  kind: 'topic-registered',
  recordKind: 'topic',
  recordId: '01930000-0000-7000-8000-00000000000b',
  because: 'Sie zur Geschäftsstelle gehören',
  threadId: '01930000-0000-7000-8000-00000000000c',
  recipient: { name: 'Jürgen Weiß', address: 'geschaeftsstelle@konferenzmappe.example' },
};

describe('The mail about a notification', () => {
  it('reads like this', () => {
    expect(composeMail(input, 'https://mappe.example')).toEqual({
      messageId: '<01930000-0000-7000-8000-00000000000a@mappe.example>',
      threadId: '<topic.01930000-0000-7000-8000-00000000000b@mappe.example>',
      preferencesUrl: 'https://mappe.example/benachrichtigungen/einstellungen',
      to: { name: 'Jürgen Weiß', address: 'geschaeftsstelle@konferenzmappe.example' },
      subject: 'Konferenzmappe: Neue Themenanmeldung',
      text: `Guten Tag, Jürgen Weiß,

Ein Thema wurde zur Prüfung angemeldet.

Zur Konferenzmappe: https://mappe.example/themen/01930000-0000-7000-8000-00000000000b

Sie erhalten diese Nachricht, weil Sie zur Geschäftsstelle gehören.

Wie Sie solche Nachrichten erhalten, legen Sie selbst fest: https://mappe.example/benachrichtigungen/einstellungen

Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.
`,
      html: `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Neue Themenanmeldung</title></head><body>
<p>Guten Tag, Jürgen Weiß,</p>
<p>Ein Thema wurde zur Prüfung angemeldet.</p>
<p><a href="https://mappe.example/themen/01930000-0000-7000-8000-00000000000b">In der Konferenzmappe öffnen</a></p>
<p>Sie erhalten diese Nachricht, weil Sie zur Geschäftsstelle gehören.</p>
<p><a href="https://mappe.example/benachrichtigungen/einstellungen">Festlegen, wie Sie solche Nachrichten erhalten</a></p>
<p>Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.</p>
</body></html>
`,
    });
  });

  it('says of each kind what happened, and no more', () => {
    const said = [
      ['topic-registered', 'Neue Themenanmeldung', 'Ein Thema wurde zur Prüfung angemeldet.'],
      [
        'topic-returned',
        'Themenanmeldung zurückgegeben',
        'Eine Themenanmeldung wurde zurückgegeben. Der Grund steht beim Thema.',
      ],
      ['topic-accepted', 'Themenanmeldung angenommen', 'Eine Themenanmeldung wurde angenommen.'],
      ['topic-assigned', 'Thema zugewiesen', 'Ein Thema wurde einem Gremium zur Beratung zugewiesen.'],
      [
        'comment-round-opened',
        'Um Anmerkungen gebeten',
        'Zu einem Beschlussvorschlag wird um Anmerkungen gebeten. Frist und Fassung stehen bei der Runde.',
      ],
      [
        'comment-round-extended',
        'Mehr Zeit für Anmerkungen',
        'Die Frist einer Anmerkungsrunde wurde verlängert. Der Grund steht bei der Runde.',
      ],
      [
        'comment-round-closed',
        'Anmerkungsrunde beendet',
        'Eine Anmerkungsrunde ist beendet. Was geäußert wurde, steht bei der Runde.',
      ],
      ['item-placed', 'Thema auf der Tagesordnung', 'Ein Thema wurde auf die Tagesordnung gesetzt.'],
      ['agenda-circulated', 'Tagesordnung versandt', 'Die Tagesordnung einer Sitzung wurde versandt.'],
      ['supplement-circulated', 'Nachtrag zur Tagesordnung', 'Zu einer Tagesordnung wurde ein Nachtrag versandt.'],
      ['resolution-adopted', 'Beschluss gefasst', 'Zu einem Thema wurde ein Beschluss gefasst.'],
      ['follow-up-asked', 'Auftrag aus einem Beschluss', 'Zu einem Auftrag an Ihre Stelle gibt es einen neuen Stand.'],
      ['follow-up-reported', 'Bericht vorgelegt', 'Zu einem Auftrag aus einem Beschluss wurde der Bericht vorgelegt.'],
      [
        'vote-superseded',
        'Text am Tisch geändert',
        'Der Text wurde geändert. Ihre Stimme zur früheren Fassung zählt für die neue nicht.',
      ],
      [
        'statement-announced',
        'Erklärung zu Protokoll angekündigt',
        'Zu einem Punkt wurde eine Erklärung zu Protokoll angekündigt.',
      ],
      [
        'statement-changed',
        'Mitgezeichnete Erklärung geändert',
        'Der Text einer Erklärung wurde geändert. Ihre Mitzeichnung galt dem früheren Text.',
      ],
      [
        'conference-moved',
        'Konferenz verlegt',
        'Eine Konferenz wurde verlegt, ihre Fristen mit ihr. Termin und Grund stehen bei der Konferenz.',
      ],
      [
        'conference-cancelled',
        'Konferenz abgesagt',
        'Eine Konferenz findet nicht statt. Der Grund und wie es weitergeht stehen bei der Konferenz.',
      ],
      [
        'deadline-near',
        'Frist läuft ab',
        'Eine Frist läuft bald ab, und von Ihnen wird noch etwas erwartet. Bis wann, steht bei der Frist.',
      ],
      ['deadline-overdue', 'Frist abgelaufen', 'Eine Frist ist abgelaufen, und von Ihnen wird noch etwas erwartet.'],
      [
        'deadline-escalated',
        'Frist abgelaufen, noch nichts geschehen',
        'Eine Frist ist abgelaufen, und was bis dahin zu tun war, steht noch aus. Bitte kümmern Sie sich darum.',
      ],
      [
        'session-invited',
        'Einladung zu einer Sitzung',
        'Sie sind zu einer Sitzung eingeladen. Termin, Ort und Form stehen bei der Sitzung.',
      ],
      [
        'session-moved',
        'Sitzung verlegt',
        'Eine Sitzung, zu der eingeladen war, wird verlegt. Eine neue Einladung folgt.',
      ],
      [
        'session-cancelled',
        'Sitzung abgesagt',
        'Eine Sitzung, zu der eingeladen war, findet nicht statt. Der Grund steht bei der Sitzung.',
      ],
      [
        'session-uninvited',
        'Einladung zu einer Sitzung aufgehoben',
        'Zu einer Sitzung, zu der Sie eingeladen waren, gehören Sie nicht mehr. Ihr Kalender wird bereinigt.',
      ],
      [
        'minutes-circulated',
        'Niederschrift versandt',
        'Die Niederschrift einer Sitzung liegt vor. Einwendungen sind bis zur genannten Frist möglich.',
      ],
      [
        'minutes-revised',
        'Neue Fassung einer Niederschrift',
        'Zur Niederschrift einer Sitzung gibt es eine neue Fassung.',
      ],
      [
        'minutes-objected',
        'Einwendung gegen eine Niederschrift',
        'Gegen den Wortlaut einer Niederschrift wurde eine Einwendung erhoben.',
      ],
      [
        'minutes-objection-rejected',
        'Einwendung zurückgewiesen',
        'Eine Einwendung wurde zurückgewiesen. Der Grund steht bei der Niederschrift.',
      ],
      [
        'deadline-moved',
        'Frist verlegt',
        'Der Vorsitz hat eine Frist verlegt. Welche und warum, steht bei den Fristen der Konferenz.',
      ],
      [
        'deadlines-noticed-late',
        'Fristablauf verspätet bemerkt',
        'Abgelaufene Fristen wurden erst nachträglich vermerkt. Bitte prüfen Sie, ob die Warteschlange läuft.',
      ],
      ['minutes-agreed', 'Niederschrift vereinbart', 'Die Niederschrift einer Sitzung ist vereinbart.'],
      [
        'written-procedure-requested',
        'Umlaufverfahren beantragt',
        'Zu einem Thema wurde ein Umlaufverfahren beantragt. Eröffnen kann es der Vorsitz.',
      ],
      [
        'written-procedure-started',
        'Umlaufverfahren eröffnet',
        'Ein Umlaufverfahren wurde eröffnet. Frist und Regel stehen in der Einladung.',
      ],
      [
        'written-procedure-restarted',
        'Neue Runde im Umlaufverfahren',
        'Der Text wurde geändert. In der neuen Runde wird neu abgestimmt; frühere Stimmen zählen nicht.',
      ],
      [
        'written-procedure-ended',
        'Umlaufverfahren beendet',
        'Ein Umlaufverfahren ist beendet. Das Ergebnis steht beim Verfahren.',
      ],
      [
        'correction-proposed',
        'Berichtigung vorgeschlagen',
        'Zu einem Beschluss wurde eine Berichtigung vorgeschlagen.',
      ],
      ['correction-made', 'Beschluss berichtigt', 'Ein Beschluss wurde berichtigt. Beide Fassungen stehen beim Thema.'],
      [
        'correction-rejected',
        'Berichtigung abgelehnt',
        'Eine vorgeschlagene Berichtigung wurde abgelehnt. Der Grund steht beim Thema.',
      ],
      [
        'topic-withdrawn',
        'Thema zurückgezogen',
        'Ein Thema, das Ihre Stelle mit angemeldet hat, wurde zurückgezogen. Sie können es übernehmen.',
      ],
      ['topic-joined', 'Mitanmeldung', 'Eine weitere Stelle meldet ein Thema mit an.'],
      ['topic-left', 'Mitanmeldung beendet', 'Eine Stelle meldet ein Thema nicht mehr mit an.'],
      [
        'topic-taken-over',
        'Thema übernommen',
        'Ein zurückgezogenes Thema wird von einer anderen Stelle weitergeführt.',
      ],
      [
        'topic-concluded',
        'Thema im Arbeitskreis abgeschlossen',
        'Ein Arbeitskreis hat ein Thema abschließend behandelt.',
      ],
      [
        'topic-deferred',
        'Thema vertagt',
        'Ein Thema wurde auf eine spätere Konferenz vertagt. Der Grund steht beim Thema.',
      ],
      ['topic-merged', 'Themen zusammengeführt', 'Ein Thema wurde mit einem anderen zusammengeführt.'],
      [
        'merge-proposed',
        'Zusammenführung vorgeschlagen',
        'Die Geschäftsstelle schlägt vor, zwei Themen zusammenzuführen. Dazu braucht es Ihre Zustimmung.',
      ],
      [
        'merge-answered',
        'Antwort zur Zusammenführung',
        'Eine anmeldende Stelle hat auf einen Vorschlag zur Zusammenführung geantwortet.',
      ],
      [
        'topic-restricted',
        'Benannte Stellen geändert',
        'Bei einem beschränkten Thema wurden die benannten Stellen geändert.',
      ],
      [
        'assignment-granted',
        'Aufgabe übertragen',
        'Ihnen wurde eine Aufgabe übertragen. Ab wann sie gilt, steht bei der Aufgabe.',
      ],
      [
        'assignment-handed-over',
        'Aufgabe geht über',
        'Eine Ihrer Aufgaben geht auf eine andere Person über. Ab wann, steht bei der Aufgabe.',
      ],
      ['assignment-ended', 'Aufgabe endet', 'Eine Ihrer Aufgaben endet. Der letzte Tag steht bei der Aufgabe.'],
      [
        'deputyship-granted',
        'Vertretung übertragen',
        'Sie wurden zur Vertretung bestellt. Von wann bis wann, steht bei der Aufgabe.',
      ],
      ['deputy-appointed', 'Vertretung bestellt', 'Für eine Ihrer Aufgaben wurde eine Vertretung bestellt.'],
      ['deputy-ended', 'Vertretung endet', 'Die Vertretung in einer Ihrer Aufgaben endet.'],
      [
        'membership-changed',
        'Zugehörigkeit zu einem Gremium geändert',
        'Geändert wurde, wie Ihr Land oder der Bund einem Gremium angehört und was es darin darf.',
      ],
      ['body-set-up', 'Gremium eingesetzt', 'Ein Gremium wurde eingesetzt, dem Ihr Land oder der Bund angehört.'],
      ['body-dissolved', 'Gremium aufgelöst', 'Ein Gremium, dem Ihr Land oder der Bund angehört, wird aufgelöst.'],
      [
        'chair-term-proposed',
        'Vorsitz vorgeschlagen',
        'Nach der Reihe der Länder wurde vorgeschlagen, wer den Vorsitz führt.',
      ],
      ['chair-term-confirmed', 'Vorsitz bestätigt', 'Eine Amtszeit im Vorsitz wurde bestätigt.'],
      [
        'chair-term-swapped',
        'Vorsitz getauscht',
        'Zwei Länder tauschen ihre Amtszeiten im Vorsitz. Der Grund steht bei der Amtszeit.',
      ],
      [
        'chair-term-shortened',
        'Amtszeit im Vorsitz verkürzt',
        'Eine Amtszeit im Vorsitz endet früher, die folgende beginnt früher. Der Grund steht bei der Amtszeit.',
      ],
      [
        'mail-failed',
        'E-Mail nicht zugestellt',
        'Eine E-Mail an eine Person war nicht zuzustellen. Der Grund steht in der Liste der Geschäftsstelle.',
      ],
    ];
    const spoken = notificationKinds.map((kind) => [kind, [textOf(kind).subject, textOf(kind).sentence]]);
    const expected = said.map(([kind, ...texts]) => [kind, texts]);
    expect(Object.fromEntries(spoken)).toEqual(Object.fromEntries(expected));
  });

  it('says of what must be known why it comes in any case, and offers no choice', () => {
    const { text, html } = composeMail({ ...input, kind: 'session-invited' }, 'https://mappe.example');
    const always =
      'Nachrichten dieser Art kommen immer per E-Mail, weil Sie handeln müssen oder Ihre Rechte betroffen sind.';
    expect(text.replaceAll('\n', ' ')).toContain(always);
    expect(html).toContain(`<p>${always}</p>`);
    expect(text + html).not.toContain('einstellungen');
  });

  it('cannot be turned into markup by a name', () => {
    const recipient = { name: '<script>alert("Weiß & Söhne")</script>', address: 'a@b.example' };
    const { html } = composeMail({ ...input, recipient }, 'https://mappe.example');
    expect(html).toContain('Guten Tag, &lt;script&gt;alert(&quot;Weiß &amp; Söhne&quot;)&lt;/script&gt;,');
  });

  it('has the same identity at every attempt, and another for every notification', () => {
    const again = composeMail(input, 'https://mappe.example');
    const other = composeMail({ ...input, notificationId: input.recordId }, 'https://mappe.example');
    expect(again.messageId).toBe(composeMail(input, 'https://mappe.example').messageId);
    expect(other.messageId).not.toBe(again.messageId);
  });
});

describe('The link of a notification', () => {
  it.each([
    ['topic', '/themen/7'],
    ['agenda', '/tagesordnungen/7'],
    ['ballot', '/abstimmungen/7'],
    ['writtenProcedure', '/umlaufverfahren/7'],
    ['commentRound', '/anmerkungsrunden/7'],
    ['session', '/sitzungen/7'],
    ['conference', '/konferenzen'],
    ['followUp', '/auftraege/7'],
    ['body', '/organisation/gremien/7'],
    ['person', '/organisation/personen/7'],
    ['chair-term', '/organisation/vorsitz'],
    ['resolution', '/benachrichtigungen'],
  ])('of a %s leads to %s', (recordKind, path) => {
    expect(pathOf(recordKind, '7')).toBe(path);
  });
});
