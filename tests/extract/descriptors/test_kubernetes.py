"""Kubernetes manifests and Helm."""

from facts_of import facts_of

from assessor.extract.descriptors.kubernetes import DESCRIPTOR


def test_deployment() -> None:
    text = """apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
  template:
    spec:
      containers:
      - name: web
        image: acme/web:1.2
        command: ["gunicorn", "app:app"]
        ports: [{containerPort: 8000}]
        env:
        - {name: DB_HOST, value: db}
        - name: DB_PASSWORD
          valueFrom: {secretKeyRef: {name: s, key: p}}
        livenessProbe: {httpGet: {path: /live}}
        readinessProbe: {exec: {command: [cat, /tmp/ok]}}
        resources: {limits: {memory: 256Mi}}
        volumeMounts: [{name: data, mountPath: /data}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {minReplicas: 2, maxReplicas: 10}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec: {schedule: "0 2 * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: n, image: acme/job, args: [run]}]}}}}}
"""
    assert facts_of(DESCRIPTOR, text, "k8s/app.yaml") == [
        "1 Trait infrastructure.as-code kind=kubernetes",
        "5 Trait replicas n=3,service=web",
        "9 Process web gunicorn app:app web",
        "10 Image acme/web:1.2 service web",
        "12 Port 8000 tcp web",
        "14 Setting DB_HOST db kubernetes",
        "15 Trait config.environment key=secretKeyRef,name=DB_PASSWORD",
        "17 Trait probe.liveness service=web,test=/live",
        "18 Trait probe.readiness service=web,test=cat /tmp/ok",
        "19 Trait memory.limit service=web,value=256Mi",
        "20 Trait volume.declared kind=named,service=web,source=data,target=/data",
        "22 Trait autoscaler kind=HorizontalPodAutoscaler,max=10,min=2,name=web",
        "27 Trait infrastructure.as-code kind=kubernetes",
        "30 Image acme/job service n",
        "30 Process n run job 0 2 * * *",
        "30 Trait scheduler.cron command=run,schedule=0 2 * * *",
    ]


def test_helm_template() -> None:
    text = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-web
{{- if .Values.replicas }}
spec:
  replicas: {{ .Values.replicas }}
  template:
    spec:
      containers:
        - name: web
          image: "{{ .Values.image }}"
          ports:
            - containerPort: 80
{{- end }}
"""
    assert facts_of(DESCRIPTOR, text, "chart/templates/web.yaml") == [
        "1 Trait infrastructure.as-code kind=kubernetes",
        "14 Port 80 tcp web",
    ]


def test_chart() -> None:
    text = """apiVersion: v2
name: shop
dependencies:
  - name: postgresql
    version: 12.1.0
"""
    assert facts_of(DESCRIPTOR, text, "chart/Chart.yaml") == [
        "1 Trait infrastructure.as-code kind=helm",
        "4 Library postgresql helm 12.1.0 runtime",
    ]


def test_ingress() -> None:
    text = """apiVersion: networking.k8s.io/v1
kind: Ingress
spec: {rules: [{host: shop.acme.com, http: {paths: [{path: /api, backend: {service: {name: api}}}]}}]}
"""
    assert facts_of(DESCRIPTOR, text, "ingress.yml") == [
        "3 Trait proxy.route host=shop.acme.com,path=/api,target=api",
    ]


def test_other_yaml_is_left_alone() -> None:
    text = """a: 1
"""
    assert facts_of(DESCRIPTOR, text, "any.yaml") == []


def test_broken_document_does_not_lose_the_next() -> None:
    text = """apiVersion: v1
kind: [
---
apiVersion: v1
kind: Secret
metadata: {name: s}
"""
    assert facts_of(DESCRIPTOR, text, "all.yaml") == [
        "4 Trait secret.manager kind=kubernetes,name=s",
    ]
