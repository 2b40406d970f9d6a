/**
 * The world of a spec file is the worker's own: no context of the VM, whose globals are slow and into which every spec
 * file would load the whole house anew. What a spec file changes about the process is put back when it has ended.
 */
export default class OneWorld {
  global = globalThis;
  /** Jest insists on one; our specs mock nothing. */
  moduleMocker = { restoreAllMocks: () => undefined };
  fakeTimers = null;
  fakeTimersModern = null;

  /** Jest puts a version in its place that loads modules by Jest's own loader. */
  getBuiltinModule = process.getBuiltinModule;

  constructor() {
    const { console } = globalThis;
    const { exit, cwd } = process;
    const [env, directory] = [{ ...process.env }, cwd()];
    this.putBack = () => {
      globalThis.console = console;
      process.exit = exit;
      if (process.cwd() !== directory) process.chdir(directory);
      for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
      Object.assign(process.env, env);
    };
  }

  async setup() {
    process.getBuiltinModule = this.getBuiltinModule;
  }

  async teardown() {
    this.putBack();
  }

  exportConditions() {
    return ['source', 'node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
