import { parseArgs } from 'node:util';
import { AddPersonHandler, labelOfAssignment, organisationEntities, type AddPerson } from '#organisation';
import { SystemClock } from '#platform/clock';
import { parseConfig, processEnvironment } from '#platform/config';
import { Database } from '#platform/database';
import { ProgramRefused, runProgram } from '#platform/process';

const usage = `Aufruf: add-person --name NAME --mail ADRESSE --role ROLLE [--party LAND] [--body GREMIUM] [--from TAG] [--to TAG]
  Rollen ohne Weiteres:  SECRETARIAT, ADMIN
  Rollen mit --party:    CHAIR, PARTY_COORDINATOR, PARTY_EXPERT, READER   (BW … TH, BUND)
  Rollen mit --body:     COMMITTEE_CHAIR, COMMITTEE_SECRETARY, COMMITTEE_MEMBER, GUEST   (AK1 … AK6)
  Beispiel:              add-person --name "Katharina Vogt" --mail vogt@example.org --role PARTY_COORDINATOR --party HE`;

const text = { type: 'string' } as const;
const options = { name: text, mail: text, role: text, party: text, body: text, from: text, to: text };

function asked(): AddPerson {
  const { name, mail, role, party = null, body = null, from = null, to = null } = parseCommandLine();
  if (name === undefined || mail === undefined || role === undefined) throw new ProgramRefused(usage);
  return { name, mail, role, party, body, validFrom: from, validTo: to };
}

function parseCommandLine() {
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new ProgramRefused(usage);
  }
}

const news = { PERSON: 'Angelegt', ASSIGNMENT: 'Neue Aufgabe', NOTHING: 'Schon vorhanden' } as const;

/** Adds people where nobody can sign in yet, and whoever comes later. Asking twice changes nothing. */
await runProgram(async () => {
  const input = asked();
  const { databaseUrl } = parseConfig(processEnvironment());
  const database = await Database.open({ url: databaseUrl, entities: organisationEntities, poolSize: 1 });
  try {
    const answer = await new AddPersonHandler(database, new SystemClock()).execute(input);
    if (!answer.ok) throw new ProgramRefused(answer.refusals.map(({ message }) => message).join('\n'));
    const { person, assignment, added } = answer;
    const until = assignment.validTo === null ? '' : ` bis ${assignment.validTo}`;
    const task = `${labelOfAssignment(assignment)} ab ${assignment.validFrom}${until}`;
    process.stdout.write(`${news[added]}: ${person.name} <${person.mail}>, ${task}\n`);
  } finally {
    await database.close();
  }
});
