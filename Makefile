# make demo      see a card read: yours if a reader is plugged in, else a built-in one behind pcscd
# make bench     measure the shipped binary, beside lpac, pySim and OpenSC where they are on PATH
# make demo-download  see a profile downloaded from a test server on this machine to a built-in card
# make test      run every test, those through real pcscd, udev and libccid included
# make release   build what make install puts in place
# make install   put binary, man page, completions, units of systemd and udev rule in place (PREFIX, DESTDIR)
# make release-test  run what make release built with nothing but its libraries around it
# make release-cost  its size, instructions and memory; fails above Docs/performance.md's limits
# make lint      what CI asks of the sources
# make po        bring the languages' files up to date with the sentences of the sources
# make facts     what is known of the carriers, counted; brings the table of Docs/carriers.md up to date
# make release-check  whether every complete language has every sentence
# make deps      install what is missing for all of these (Debian and its kin)

PREFIX ?= /usr/local
DESTDIR ?=
SWIFTFLAGS ?=
PACKAGES = libpcsclite-dev libqrencode-dev libsqlite3-dev libexpat1-dev pkg-config python3 pcscd libccid \
  vsmartcard-vpcd mobile-broadband-provider-info iso-codes
RELEASE = .build/release/cardinfo
MANUAL = .build/manual/cardinfo.1
MANUAL_ZH = .build/manual/zh_CN/cardinfo.1
LANGUAGES = $(wildcard po/*.po)
TEMPLATE = .build/cardinfo.pot
TEST_PACKAGES = curl faketime libical3 libmicrohttpd12 udev umockdev gir1.2-umockdev-1.0 python3-gi python3-jsonschema \
  python3-cryptography zbar-tools libcurl4 ca-certificates openssl

.PHONY: demo demo-download test bench facts release release-check release-test release-cost install uninstall lint po build deps po-deps release-deps test-deps clean

demo: build
	@Tests/System/demo

demo-download: build
	@Tests/System/install-packages python3-cryptography libcurl4 ca-certificates
	@Tests/System/demo-download

build: deps
	swift build $(SWIFTFLAGS) --product cardinfo

test: test-deps
	swift build $(SWIFTFLAGS) --build-tests
	swift test $(SWIFTFLAGS) --skip-build
	@/usr/bin/python3 -m unittest discover --start-directory Tools/TestRSP/tests
	@Tests/System/run Tests/System/udev_rule_test.py
	@Tests/System/run Tests/System/usb_reader_test.py
	@Tests/System/run Tests/System/report_page_test.py
	@Tests/System/run Tests/System/desk_page_test.py
	@Tests/System/run Tests/System/calendar_test.py
	@Tests/System/run Tests/System/notify_test.py
	@Tests/System/run Tests/System/units_test.py

bench: test-deps release
	@install -s $(RELEASE) .build/bench-cardinfo
	@Tests/System/private-pcscd --slots 8 -- \
	  Tools/Bench/bench.py --cardinfo .build/bench-cardinfo $(BENCH)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Tools Snippets
	@Tools/Facts/facts.py --check Docs/carriers.md

facts:
	@Tools/Facts/facts.py --write Docs/carriers.md
	@Tools/Facts/facts.py

po: po-deps
	swift build $(SWIFTFLAGS) --product Translations
	.build/debug/Translations pot > $(TEMPLATE)
	@for file in $(LANGUAGES); do \
	  msgmerge --quiet --update --backup=none --previous $$file $(TEMPLATE) \
	    && echo "$$file: $$(msgfmt --check --statistics --output-file=/dev/null $$file 2>&1)" || exit 1; \
	done

release-test:
	@Tests/System/release_test.py $(RELEASE)

release-cost: release-deps
	@Tools/Release/cost.py $(RELEASE)

release-check:
	swift build $(SWIFTFLAGS) --product Translations
	.build/debug/Translations missing

deps:
	@Tests/System/install-packages $(PACKAGES)

po-deps:
	@Tests/System/install-packages gettext

release-deps:
	@Tests/System/install-packages valgrind python3-cryptography libcurl4 ca-certificates

test-deps:
	@Tests/System/install-packages $(PACKAGES) $(TEST_PACKAGES)

# Small, and quick to start (Docs/performance.md): of ICU's data what the program asks for; each function by
# itself, so that those that nobody calls are left out and those that are the same are there once, and what many
# have in common is there once, too; types found by their accessors, since looking one up by its mangled name
# searches every conformance there is; no table of exported symbols, and none for C++ exceptions, which nothing
# throws; relative relocations packed where the system's loader knows them.
RELEASE_FLAGS = --static-swift-stdlib -debug-info-format none -Xswiftc -Osize \
  -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xcc -fdata-sections -Xcc -Os \
  -Xswiftc -Xllvm -Xswiftc -enable-machine-outliner=always \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -use-ld=lld -Xlinker -z -Xlinker nostart-stop-gc -Xlinker --icf=all -Xlinker -O2 \
  -Xlinker --no-export-dynamic -Xlinker --no-eh-frame-hdr
PACKED = $(shell grep -q GLIBC_ABI_DT_RELR "$$(clang -print-file-name=libc.so.6)" \
  && echo -Xlinker -z -Xlinker pack-relative-relocs)
ICU_DATA = $(CURDIR)/.build/icu/data.o
# What is used lies together: linked once to find out what that is, and then again.
ORDER = $(CURDIR)/.build/functions.txt
ORDERED = -Xlinker --symbol-ordering-file=$(ORDER) -Xlinker --no-warn-symbol-ordering

release: deps release-deps
	icu=$$(Tools/Release/icu_data.py $(ICU_DATA) $(LANGUAGES:po/%.po=%)) \
	  && build="swift build -c release $(RELEASE_FLAGS) $(PACKED) $$icu --product cardinfo" \
	  && $$build && Tools/Release/function_order.py $(RELEASE) > $(ORDER) && $$build $(ORDERED)
	mkdir -p $(dir $(MANUAL_ZH))
	LC_ALL=C $(RELEASE) --experimental-dump-help | Tools/Manual/manual.py > $(MANUAL)
	LC_ALL=C $(RELEASE) --lang zh-Hans --experimental-dump-help \
	  | Tools/Manual/manual.py zh-Hans > $(MANUAL_ZH)

install:
	@[ -x $(RELEASE) ] && [ -s $(MANUAL) ] && [ -s $(MANUAL_ZH) ] || { echo "first: make release"; exit 1; }
	install -D -s $(RELEASE) $(DESTDIR)$(PREFIX)/bin/cardinfo
	install -D -m 644 $(MANUAL) $(DESTDIR)$(PREFIX)/share/man/man1/cardinfo.1
	install -D -m 644 $(MANUAL_ZH) $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/cardinfo.1
	LC_ALL=C $(RELEASE) --generate-completion-script bash | \
	  install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cardinfo
	LC_ALL=C $(RELEASE) --generate-completion-script zsh | \
	  install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_cardinfo
	LC_ALL=C $(RELEASE) --generate-completion-script fish | \
	  install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/cardinfo.fish
	for page in Docs/*.md; do \
	  install -D -m 644 $$page $(DESTDIR)$(PREFIX)/share/doc/cardinfo/$$(basename $$page) || exit 1; \
	done
	@# Off until somebody enables them.
	for unit in systemd/user/* systemd/system/*; do \
	  sed 's|@BINDIR@|$(PREFIX)/bin|' $$unit | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/lib/$$unit || exit 1; \
	done
	install -D -m 644 udev/70-cardinfo.rules $(DESTDIR)/etc/udev/rules.d/70-cardinfo.rules
	@# The rule counts for readers that are plugged in already, too.
	[ -n "$(DESTDIR)" ] || ! command -v udevadm >/dev/null || { udevadm control --reload \
	  && udevadm trigger --subsystem-match=usb --action=change; } || true

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/cardinfo $(DESTDIR)$(PREFIX)/share/man/man1/cardinfo.1 \
	  $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/cardinfo.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cardinfo \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_cardinfo \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/cardinfo.fish \
	  $(DESTDIR)/etc/udev/rules.d/70-cardinfo.rules
	rm -rf $(DESTDIR)$(PREFIX)/share/doc/cardinfo
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/lib/,$(wildcard systemd/user/* systemd/system/*))

clean:
	rm -rf .build
