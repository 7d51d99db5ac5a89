#!/bin/sh
# The whole year of Online Retail against the clock; with --kill, killed halfway and begun again.
# JAVA_HOME names a JDK 25; SHARED_FOLDER the folder above data/online_retail (default: ../shared).
set -eu
cd "$(dirname -- "$0")/../../.."
mvn -q -B test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test
exec "$JAVA_HOME/bin/java" \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  club.vafa.trials.OnlineRetailTrial "$@"
