export { CANCEL, TestIssuer } from './test-issuer.js';
export { Visitor, type Page } from './visitor.js';
