#!/bin/sh
# Runs a command where nothing but this machine can be reached, and counts each packet that tries to leave.
# Call it inside new network and mount namespaces:
#   unshare --net --mount -- sh build/without-network.sh FILE COMMAND...
# FILE gets five numbers: packets while COMMAND ran; after one name was looked up, after one address of IPv4 and
# after one of IPv6 was called, each as a control that has to be seen; and 1 where the system has IPv6, else 0.
# FILE.sent gets what the packets asked for, where there is tcpdump.
set -eu
result=$1
shift

ip link set lo up
ip link add trap type veth peer name nowhere
ipv6=0
if [ -d /proc/sys/net/ipv6 ]; then
  ipv6=1
  # A link announces itself in IPv6 by its address and asks for routers, which is not the app's doing: this one
  # gets no address of its own, so that what is sent through it is meant to leave.
  echo 1 > /proc/sys/net/ipv6/conf/trap/addr_gen_mode
  echo 0 > /proc/sys/net/ipv6/conf/trap/router_solicitations
  echo 1 > /proc/sys/net/ipv6/conf/nowhere/disable_ipv6
fi
for link in trap nowhere; do
  ip link set "$link" arp off up
done
ip address add 192.0.2.1/24 dev trap
ip route add default via 192.0.2.2 dev trap
if [ "$ipv6" = 1 ]; then
  # On loopback, where nothing is announced; packets with it leave through the trap all the same.
  ip -6 address add 2001:db8::1/128 dev lo nodad
  ip -6 route add default dev trap
fi
# Names are asked for through the trap as well, or a request that fails at its name would go unseen.
printf 'nameserver 192.0.2.53\noptions attempts:1 timeout:1\n' > "$result.resolv"
mount --bind "$result.resolv" /etc/resolv.conf

left() {
  awk '$1 == "trap:" { print $11 }' /proc/net/dev
}

call() {
  node -e 'require("net").connect({ host: process.argv[1], port: 80, timeout: 500 })
    .on("timeout", () => process.exit()).on("error", () => {})' "$1" || true
}

tcpdump --immediate-mode -i nowhere -nn > "$result.sent" 2>&1 &
before=$(left)
code=0
"$@" || code=$?
after=$(left)
kill $! || true
node -e 'require("dns").lookup("example.com", () => {})' || true
named=$(left)
call 198.51.100.1
called4=$(left)
call 2001:db8:ffff::1
called6=$(left)
echo "$((after - before)) $((named - after)) $((called4 - named)) $((called6 - called4)) $ipv6" > "$result"
exit "$code"
