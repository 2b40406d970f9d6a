import { NavLink, useMatch } from 'react-router';

/** The parts of the organisation; each is a page with an address of its own. */
export function OrganisationNav() {
  // The pages of single bodies belong to the list of them, whose address does not lie above theirs.
  const isBody = useMatch('/organisation/gremien/*') !== null;
  return (
    <nav aria-label="Organisation" className="navigation">
      <ul>
        <li>
          <NavLink to="/organisation" end={!isBody}>
            Gremien
          </NavLink>
        </li>
        <li>
          <NavLink to="/organisation/personen">Personen und Aufgaben</NavLink>
        </li>
        <li>
          <NavLink to="/organisation/vorsitz">Vorsitz</NavLink>
        </li>
        <li>
          <NavLink to="/organisation/leitungen">Leitungen</NavLink>
        </li>
      </ul>
    </nav>
  );
}
