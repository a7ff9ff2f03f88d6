#!/bin/sh
# Packs dist/statement-compare, which scripts/package.sh has built, as a package of Debian with what a desktop needs to
# know of it, and checks that package.
#   sh scripts/deb.sh PYTHON
set -eu
python=$1
name=statement-compare
built=dist/$name
root=build/deb/root
for tool in dpkg-deb fakeroot desktop-file-validate appstreamcli objdump; do
    command -v "$tool" >/dev/null || { echo "$tool is not here: no package for Debian was made." >&2; exit 1; }
done
[ -x "$built/$name" ] || { echo "$built is not there: make package builds it." >&2; exit 1; }

desktop-file-validate packaging/freedesktop/$name.desktop
# It has no page of its own in the network that could be named.
appstreamcli validate --no-net --override=url-homepage-missing=info packaging/freedesktop/$name.metainfo.xml >&2

version=$("$built/$name" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
rm -rf build/deb
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/man/man1"
cp -a --link "$built" "$root/usr/lib/$name"
ln -s "../lib/$name/$name" "$root/usr/bin/$name"
put() { install -D -m 644 "$1" "$root/usr/share/$2"; }
put packaging/freedesktop/$name.desktop applications/$name.desktop
put packaging/freedesktop/$name.metainfo.xml metainfo/$name.metainfo.xml
put packaging/freedesktop/$name.xml mime/packages/$name.xml
put resources/icons/$name.svg icons/hicolor/scalable/apps/$name.svg
for picture in resources/icons/$name-*.png; do
    size=$(basename "$picture" .png)
    size=${size##*-}
    put "$picture" "icons/hicolor/${size}x$size/apps/$name.png"
done
put packaging/debian/copyright doc/$name/copyright
put packaging/debian/lintian-overrides lintian/overrides/$name
gzip -9n <packaging/debian/$name.1 >"$root/usr/share/man/man1/$name.1.gz"
date=$(LC_ALL=C date -u -R -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}")
printf '%s (%s) stable; urgency=medium\n\n  * See CHANGELOG.md of this version.\n\n -- %s  %s\n' \
    "$name" "$version" "The statement_compare authors <nobody@localhost>" "$date" |
    gzip -9n >"$root/usr/share/doc/$name/changelog.gz"

cat >"$root/DEBIAN/control" <<END
Package: $name
Version: $version
Architecture: $architecture
Maintainer: The statement_compare authors <nobody@localhost>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $("$python" packaging/needs_of_system.py "$built")
Recommends: hicolor-icon-theme, shared-mime-info, desktop-file-utils, fontconfig
Section: text
Priority: optional
Description: what two statements agree on, contradict, and leave unanswered
 Statement Compare puts two statements side by side, pairs the sentences that
 speak of the same fact, and gives each pair a verdict with its reason. What is
 claimed on one side and never taken up on the other is listed as well.
 .
 It works without a connection and contains no network code.
END
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/lib" -type f ! -perm -u+x -exec chmod 644 {} +
(cd "$root" && find usr -type f -exec md5sum {} +) | LC_ALL=C sort -k2 >"$root/DEBIAN/md5sums"

deb=dist/${name}_${version}_$architecture.deb
fakeroot dpkg-deb --build -Zgzip -z6 --root-owner-group "$root" "$deb" >&2
if command -v lintian >/dev/null; then
    lintian --fail-on error "$deb" >&2
fi
# Unpacked beside the build, it runs from where its link leads.
tried=build/deb/tried
dpkg-deb --extract "$deb" "$tried"
samples=$tried/usr/lib/$name/_internal/statement_compare/resources/samples
"$tried/usr/bin/$name" compare "$samples/ministry.txt" "$samples/company.txt" --model fast --quiet >"$tried/report.txt"
grep -q contradiction "$tried/report.txt"
rm -rf "$tried"
"$python" packaging/sums.py dist
echo "$deb: $(du -m "$deb" | cut -f1) MB"
