import { Link } from 'react-router';
import { OrganisationPeopleDocument, type OrganisationPeopleQuery } from '../generated/graphql.js';
import { PagedList } from '../paged-list/paged-list.js';
import { AssignmentWords } from './assignment-words.js';

type Person = OrganisationPeopleQuery['people']['nodes'][number];

const pageSize = 25;

/** Who has which office in the body; changed it is with the person. */
export function PeopleOfBody({ code, version }: { readonly code: string; readonly version: number }) {
  return (
    <PagedList
      query={OrganisationPeopleDocument}
      variablesOf={(after) => ({ first: pageSize, after, ended: false, filter: { body: code } })}
      connectionOf={({ people }) => people}
      row={(person) => <PersonInBody person={person} code={code} />}
      words={{ one: 'Person', many: 'Personen' }}
      version={version}
      empty={
        <p className="kern-body">
          In diesem Gremium hat noch niemand eine Aufgabe. Übertragen wird sie unter „Personen und Aufgaben“.
        </p>
      }
    />
  );
}

function PersonInBody({ person: { id, name, assignments }, code }: { readonly person: Person; readonly code: string }) {
  const here = assignments.filter(({ body }) => body?.code === code);
  return (
    <p className="kern-body">
      <Link className="kern-link" to={`/organisation/personen/${id}`}>
        {name}
      </Link>
      {here.map((assignment) => (
        <span key={assignment.id}>
          {' – '}
          <AssignmentWords assignment={assignment} />
        </span>
      ))}
    </p>
  );
}
