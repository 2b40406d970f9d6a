/** Roles a person is assigned to (domain.md §1), with the German names users read. */
export const roleNames = {
  SECRETARIAT: 'Geschäftsstelle',
  CHAIR: 'Vorsitz',
  PARTY_COORDINATOR: 'Koordination',
  PARTY_EXPERT: 'Fachreferat',
  COMMITTEE_CHAIR: 'Vorsitz Arbeitskreis',
  COMMITTEE_SECRETARY: 'Geschäftsführung Arbeitskreis',
  COMMITTEE_MEMBER: 'Mitglied Arbeitskreis',
  GUEST: 'Gast',
  READER: 'Leserecht',
  ADMIN: 'Technische Administration',
} as const;
export type Role = keyof typeof roleNames;

/** In which capacity a person acts on one record; derived from assignments and the record, see `capacitiesOn`. */
export const capacityNames = {
  REGISTRANT_COORDINATOR: 'Koordination der anmeldenden Stelle',
  REGISTRANT_EXPERT: 'Fachreferat der anmeldenden Stelle',
  REGISTRANT_COMMITTEE_CHAIR: 'Vorsitz des anmeldenden Arbeitskreises',
  REGISTRANT_COMMITTEE_SECRETARY: 'Geschäftsführung des anmeldenden Arbeitskreises',
  CO_REGISTRANT_COORDINATOR: 'Koordination einer mitanmeldenden Stelle',
  PARTY_COORDINATOR: 'Koordination eines Landes oder des Bundes',
  PARTY_EXPERT: 'Fachreferat eines Landes oder des Bundes',
  COMMITTEE_CHAIR: 'Vorsitz des federführenden Arbeitskreises',
  INVOLVED_COMMITTEE_CHAIR: 'Vorsitz eines beteiligten Arbeitskreises',
  COMMITTEE_SECRETARY: 'Geschäftsführung des federführenden Arbeitskreises',
  COMMITTEE_MEMBER: 'Mitglied eines befassten Arbeitskreises',
  ADDRESSEE: 'Adressat des Auftrags',
  SECRETARIAT: 'Geschäftsstelle',
  CHAIR: 'Vorsitz',
  GUEST: 'Gast',
  READER: 'Leserecht',
  ADMIN: 'Technische Administration',
  SYSTEM: 'System',
} as const;
export type Capacity = keyof typeof capacityNames;
