/**
 * 区财政局 in 君山区 is written 君山区财政局 on papers: the division's last character is said once, its whole name too.
 * `own` is the division's own name, `region` the same with those above it before it.
 */
export function qualifiedName(name: string, own: string, region = own): string {
  if (name.includes(own)) return name.startsWith(own) ? region + name.slice(own.length) : name;
  return region + (own !== '' && own.endsWith(name.charAt(0)) ? name.slice(1) : name);
}
