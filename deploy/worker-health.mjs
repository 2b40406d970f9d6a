/** Health of a worker, as Compose asks for it: can it reach what it works on? Exits 1 when it cannot. */
import { connect } from 'node:net';

const usualPorts = { 'postgres:': 5432, 'postgresql:': 5432, 'redis:': 6379, 'rediss:': 6379 };

function reach(address) {
  const { protocol, hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) || usualPorts[protocol], timeout: 5000 });
    socket.once('connect', () => resolve(socket.destroy()));
    socket.once('timeout', () => reject(socket.destroy(new Error(`${hostname} does not answer`))));
    socket.once('error', reject);
  });
}

await Promise.all([process.env.DATABASE_URL, process.env.REDIS_URL].filter(Boolean).map(reach));
