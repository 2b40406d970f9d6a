export { actorAs, actorWith } from './actors.js';
export { seedPeople, type SeededPeople } from './people.js';
