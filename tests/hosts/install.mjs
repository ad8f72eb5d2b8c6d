// Installs the hosts and, as any customer would, the packed package. `all`: also those that `npm run hosts` alone tries.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const folder = import.meta.dirname;
const root = join(folder, "../..");
const npm = (args, cwd = folder) => execFileSync("npm", args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const { version } = JSON.parse(readFileSync(join(root, "bindings/package.json"), "utf8"));

/** The file that every test of hosts installs. */
export const packed = join(root, "build/hosts", `prorata-${version}.tgz`);

export function installHosts({ all }) {
  const omit = all ? [] : ["--omit=dev"];
  const [slow] = Object.keys(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).devDependencies);
  const isThere = !all || existsSync(join(folder, "node_modules", slow));
  const installed = changedAt(join(folder, "node_modules/.package-lock.json"));
  if (!isThere || installed < changedAt(join(folder, "package-lock.json"))) npm(["ci", "--loglevel=error", ...omit]);

  mkdirSync(dirname(packed), { recursive: true });
  npm(["pack", "--workspace", "bindings", "--pack-destination", dirname(packed), "--loglevel=error"], root);
  rmSync(join(folder, "node_modules/prorata"), { recursive: true, force: true });
  npm(["install", "--no-save", "--loglevel=error", packed, ...omit]);
}
