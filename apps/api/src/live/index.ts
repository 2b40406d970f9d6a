export { LiveModule } from './live.module.js';
export { RecordChangedResolver } from './record-changed.resolver.js';
