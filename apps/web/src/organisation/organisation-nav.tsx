import { NavLink } from 'react-router';

/** The three parts of the organisation; each is a page with an address of its own. */
export function OrganisationNav() {
  return (
    <nav aria-label="Organisation" className="navigation">
      <ul>
        <li>
          <NavLink to="/organisation" end>
            Gremien
          </NavLink>
        </li>
        <li>
          <NavLink to="/organisation/personen">Personen und Aufgaben</NavLink>
        </li>
        <li>
          <NavLink to="/organisation/vorsitz">Vorsitz</NavLink>
        </li>
      </ul>
    </nav>
  );
}
