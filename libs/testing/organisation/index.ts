export { actorAs, actorWith, type ActorTraits } from './actors.js';
export { seedPeople, type SeededPeople } from './people.js';
