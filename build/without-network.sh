#!/bin/sh
# Runs a command where nothing but this machine can be reached, and counts each packet that tries to leave.
# Call it inside new network and mount namespaces:
#   unshare --net --mount -- sh build/without-network.sh FILE COMMAND...
# FILE gets three numbers: packets while COMMAND ran, after one name was looked up as a control, and after one
# connection was attempted as a control. The second and third must be greater than what came before.
# FILE.sent gets what the packets asked for, where there is tcpdump.
set -eu
result=$1
shift

ip link set lo up
ip link add trap type veth peer name nowhere
for link in trap nowhere; do
  # IPv6 announces itself on each new link, which is not the app's doing.
  echo 1 > "/proc/sys/net/ipv6/conf/$link/disable_ipv6"
  ip link set "$link" arp off up
done
ip address add 192.0.2.1/24 dev trap
ip route add default via 192.0.2.2 dev trap
# Names are asked for through the trap as well, or a request that fails at its name would go unseen.
printf 'nameserver 192.0.2.53\noptions attempts:1 timeout:1\n' > "$result.resolv"
mount --bind "$result.resolv" /etc/resolv.conf

left() {
  awk '$1 == "trap:" { print $11 }' /proc/net/dev
}

tcpdump -i nowhere -nn > "$result.sent" 2>&1 &
before=$(left)
code=0
"$@" || code=$?
after=$(left)
kill $! || true
node -e 'require("dns").lookup("example.com", () => {})' || true
named=$(left)
node -e 'require("net").connect({ host: "198.51.100.1", port: 80, timeout: 500 })
  .on("timeout", () => process.exit()).on("error", () => {})' || true
connected=$(left)
echo "$((after - before)) $((named - after)) $((connected - named))" > "$result"
exit "$code"
