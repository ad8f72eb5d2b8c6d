// A script to be started as a worker: it exports nothing.
export {};
