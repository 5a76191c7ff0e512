import { BlockList, isIP } from 'node:net';

// IANA's registries of special-purpose addresses, October 2024: what is not reachable from anywhere, or stands for
// something else than a server on the internet. RFC numbers say why.
const closedIpv4: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8], // this network, 791
  ['10.0.0.0', 8], // private, 1918
  ['100.64.0.0', 10], // shared by customers of a carrier, 6598
  ['127.0.0.0', 8], // loopback, 1122
  ['169.254.0.0', 16], // link-local, where clouds keep their metadata, 3927
  ['172.16.0.0', 12], // private, 1918
  ['192.0.0.0', 24], // protocol assignments, 6890
  ['192.0.2.0', 24], // documentation, 5737
  ['192.88.99.0', 24], // relays of 6to4, 7526
  ['192.168.0.0', 16], // private, 1918
  ['198.18.0.0', 15], // benchmarks, 2544
  ['198.51.100.0', 24], // documentation, 5737
  ['203.0.113.0', 24], // documentation, 5737
  ['224.0.0.0', 4], // multicast, 5771
  ['240.0.0.0', 4], // reserved and broadcast, 1112, 919
];

// Of IPv6 only 2000::/3 is given out to servers. Loopback, link-local, private, multicast, IPv4-mapped and NAT64 addresses
// are all outside of it.
const openIpv6 = ['2000::', 3] as const;
const closedIpv6: readonly (readonly [net: string, bits: number])[] = [
  ['2001::', 23], // protocol assignments, Teredo among them, 2928
  ['2001:db8::', 32], // documentation, 3849
  ['2002::', 16], // 6to4: any IPv4 address in disguise, 3056
  ['3fff::', 20], // documentation, 9637
];

const closed = new BlockList();
for (const [net, bits] of closedIpv4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of closedIpv6) closed.addSubnet(net, bits, 'ipv6');
const open = new BlockList();
open.addSubnet(...openIpv6, 'ipv6');

/** Whether an IP address, in the usual notation, is one of the public internet. Anything else than an address is not. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      // An address with a zone (fe80::1%eth0) belongs to one network only.
      return !address.includes('%') && open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
    default:
      return false;
  }
};
