# Image web, written by assessor. Build it with `docker compose build`. Not run here: no image of this kind was built in our tests.
# pom.xml:19
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . /build
RUN mvn --batch-mode --no-transfer-progress -DskipTests package
RUN mkdir /out \
 && cp "$(find target/ -maxdepth 1 -name '*.jar' ! -name '*-sources.*' ! -name '*-javadoc.*' ! -name '*-plain.*' ! -name 'original-*' | sort | head -n 1)" /out/app.jar

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin app
WORKDIR /app
COPY --from=build /out/app.jar /app/app.jar
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=65"
USER app
EXPOSE 8080
CMD ["java", "-jar", "app.jar"]
