# One image for each service, and one for the command line (--target tools).
#
#   docker build --build-arg MODULE=recovery-orchestrator --build-arg PORT=8082 .
#
# JARS=build (the default) builds from source inside; JARS=built takes the jars that ./mvnw package
# has left in target/, which is quicker where they are there already.
ARG JARS=build

FROM eclipse-temurin:25-jdk AS build
ARG MODULE=local-stack/identity
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -DskipTests -pl "$MODULE,local-stack" -am package \
 && install -d /jars/service /jars/tools \
 && cp local-stack/target/local-stack-0.1.0.jar /jars/tools/tools.jar \
 && cp -r local-stack/target/lib /jars/tools/lib \
 && cp "$MODULE"/target/*-service.jar /jars/service/service.jar

FROM scratch AS built
ARG MODULE=local-stack/identity
COPY local-stack/target/local-stack-0.1.0.jar /jars/tools/tools.jar
COPY local-stack/target/lib/ /jars/tools/lib/
COPY ${MODULE}/target/*-service.jar /jars/service/

FROM ${JARS} AS jars

# Libraries change seldom and our own code often: each its layer.
FROM eclipse-temurin:25-jre AS layers
COPY --from=jars /jars/service/ /jars/
RUN java -Djarmode=tools -jar /jars/*.jar extract --layers --application-filename service.jar --destination /layers \
 && install -d /layers/dependencies /layers/snapshot-dependencies /layers/application

FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --gid 10001 amends \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin amends \
 && install -d -o 10001 -g 10001 /data
# glibc gives every thread an arena of its own to waste.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app

FROM runtime AS tools
COPY --from=jars /jars/tools/ ./
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-jar", "tools.jar"]

FROM runtime AS service
ARG PORT=8080
COPY containers/java.options containers/healthy containers/rehearse ./
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
# What a start loads is written down once, here, so that each start takes half as long.
RUN ./rehearse
ENV SERVER_PORT=${PORT} AMENDS_STATE_DIR=/data
EXPOSE ${PORT}
USER 10001:10001
VOLUME /data
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=3 CMD ["/app/healthy"]
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/service.aot", "-jar", "service.jar"]
