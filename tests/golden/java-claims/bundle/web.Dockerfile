# Image web, written by assessor. Build it with `docker compose build`. Not run here: no image of this kind was built in our tests.
# pom.xml:52
# answers server-descriptor in claims-desk-web/src/main/webapp/WEB-INF/jboss-web.xml, claims-ear/src/main/application/META-INF/jboss-deployment-structure.xml, claims-ejb/src/main/resources/META-INF/jboss-ejb3.xml and 1 more
FROM maven:3.9-eclipse-temurin-11 AS build
WORKDIR /build
COPY . /build
RUN mvn --batch-mode --no-transfer-progress -DskipTests --projects claims-ear --also-make package
RUN mkdir /out \
 && cp "$(find claims-ear/target/ -maxdepth 1 -name '*.[ew]ar' ! -name '*-sources.*' ! -name '*-javadoc.*' ! -name '*-plain.*' ! -name 'original-*' | sort | head -n 1)" /out/

FROM quay.io/wildfly/wildfly:26.1.3.Final-jdk11
# TODO: datasources, queues and security domains of the old server belong into standalone-full.xml: write them as a CLI script
#       and run it here with `bin/jboss-cli.sh --file=...`. They are stated in server/claims-ds.xml, server/standalone-full-claims.xml.
COPY --from=build --chown=jboss:root /out/ /opt/jboss/wildfly/standalone/deployments/
ENV JAVA_OPTS="-XX:MaxRAMPercentage=60 -Djava.net.preferIPv4Stack=true"
EXPOSE 8180
CMD ["/opt/jboss/wildfly/bin/standalone.sh", "-b", "0.0.0.0", "-c", "standalone-full.xml", "-Djboss.http.port=8180"]
