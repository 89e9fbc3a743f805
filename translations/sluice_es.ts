<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>Print the final manifests of an environment, equal to kustomize build.</source>
        <translation>Imprime los manifiestos finales de un entorno, iguales a los de kustomize build.</translation>
    </message>
    <message>
        <source>Compare an environment with what runs. Exit code 0: no difference, 1: some, 2: trouble.</source>
        <translation>Compara un entorno con lo que está en marcha. Código de salida 0: ninguna diferencia, 1: alguna, 2: problema.</translation>
    </message>
    <message>
        <source>Apply an environment; the plan is printed first. With --wait, prints its URL once Ready.</source>
        <translation>Aplica un entorno; antes se imprime el plan. Con --wait, imprime su URL cuando esté listo.</translation>
    </message>
    <message>
        <source>Run the simulated cluster alone, for kubectl and kn.</source>
        <translation>Ejecuta solo el clúster simulado, para kubectl y kn.</translation>
    </message>
    <message>
        <source>Write a picture of every page.</source>
        <translation>Escribe una imagen de cada página.</translation>
    </message>
    <message>
        <source>Use this kubeconfig file.</source>
        <translation>Usa este archivo kubeconfig.</translation>
    </message>
    <message>
        <source>Use this context of the kubeconfig.</source>
        <translation>Usa este contexto del kubeconfig.</translation>
    </message>
    <message>
        <source>Use this namespace instead of the environment&apos;s.</source>
        <translation>Usa este namespace en lugar del del entorno.</translation>
    </message>
    <message>
        <source>Act as this user.</source>
        <translation>Actúa como este usuario.</translation>
    </message>
    <message>
        <source>Act as a member of this group; may be repeated.</source>
        <translation>Actúa como miembro de este grupo; se puede repetir.</translation>
    </message>
    <message>
        <source>How long one request may take, for example 30s; 0 means no limit.</source>
        <translation>Cuánto puede tardar una solicitud, por ejemplo 30s; 0 significa sin límite.</translation>
    </message>
    <message>
        <source>Use a fresh embedded cluster that ends with the command; creates namespaces.</source>
        <translation>Usa un clúster integrado nuevo que termina con la orden; crea namespaces.</translation>
    </message>
    <message>
        <source>Let the kubeconfig&apos;s credential plugin run without having been agreed to in the window.</source>
        <translation>Deja que el plugin de credenciales del kubeconfig se ejecute sin haberlo aceptado en la ventana.</translation>
    </message>
    <message>
        <source>Form of the output: text, json or yaml.</source>
        <translation>Forma de la salida: text, json o yaml.</translation>
    </message>
    <message>
        <source>The environment, for example prod.</source>
        <translation>El entorno, por ejemplo prod.</translation>
    </message>
    <message>
        <source>Let kustomize fetch bases from the network.</source>
        <translation>Deja que kustomize descargue bases de la red.</translation>
    </message>
    <message>
        <source>Name of the Knative Service.</source>
        <translation>Nombre del Knative Service.</translation>
    </message>
    <message>
        <source>Container image.</source>
        <translation>Imagen de contenedor.</translation>
    </message>
    <message>
        <source>Form of the output: yaml or json.</source>
        <translation>Forma de la salida: yaml o json.</translation>
    </message>
    <message>
        <source>server: make and print the plan only.</source>
        <translation>server: solo hace e imprime el plan.</translation>
    </message>
    <message>
        <source>Wait until the Service is Ready.</source>
        <translation>Espera hasta que el Service esté listo.</translation>
    </message>
    <message>
        <source>How long to wait, for example 5m; 0 means no limit.</source>
        <translation>Cuánto tiempo esperar, por ejemplo 5m; 0 significa sin límite.</translation>
    </message>
    <message>
        <source>Create the namespace if it does not exist.</source>
        <translation>Crea el namespace si no existe.</translation>
    </message>
    <message>
        <source>Take over fields that other field managers own.</source>
        <translation>Asume campos que pertenecen a otros gestores de campos.</translation>
    </message>
    <message>
        <source>What to do with removed keys that another manager keeps: take-over, remove or keep.</source>
        <translation>Qué hacer con las claves quitadas que otro gestor conserva: take-over, remove o keep.</translation>
    </message>
    <message>
        <source>Apply although Argo CD or Flux owns the Service.</source>
        <translation>Aplica aunque Argo CD o Flux sea dueño del Service.</translation>
    </message>
    <message>
        <source>Address to listen on, with or without a port.</source>
        <translation>Dirección en la que escuchar, con o sin puerto.</translation>
    </message>
    <message>
        <source>Write the kubeconfig to this file instead of the standard output.</source>
        <translation>Escribe el kubeconfig en este archivo en lugar de la salida estándar.</translation>
    </message>
    <message>
        <source>Virtual seconds a second: 1, 10 or 60.</source>
        <translation>Segundos virtuales por segundo: 1, 10 o 60.</translation>
    </message>
    <message>
        <source>Seed of everything random in it.</source>
        <translation>Semilla de todo lo aleatorio en él.</translation>
    </message>
    <message>
        <source>Folder for the pictures.</source>
        <translation>Carpeta para las imágenes.</translation>
    </message>
    <message>
        <source>Do the main job on the way and print each step.</source>
        <translation>Hace el trabajo principal por el camino e imprime cada paso.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) to send</source>
        <translation>
            <numerusform>%n objeto por enviar</numerusform>
            <numerusform>%n objetos por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>sluice: there is no display to open a window on. &apos;sluice tour --story --out DIR&apos; does the main job without one; &apos;sluice --help&apos; lists the other verbs.</source>
        <translation>sluice: no hay pantalla en la que abrir una ventana. &apos;sluice tour --story --out DIR&apos; hace el trabajo principal sin ella; &apos;sluice --help&apos; enumera los demás verbos.</translation>
    </message>
    <message>
        <source>Open PROJECT, or the sample, on the embedded cluster.</source>
        <translation>Abre PROJECT, o el ejemplo, en el clúster integrado.</translation>
    </message>
    <message>
        <source>See &apos;%1 --help&apos;.</source>
        <translation>Vea &apos;%1 --help&apos;.</translation>
    </message>
    <message>
        <source>Usage: %1 [PROJECT]
       %1 VERB [ARGUMENTS]

Without a verb the window opens. Verbs:
</source>
        <translation>Uso: %1 [PROYECTO]
     %1 VERBO [ARGUMENTOS]

Sin verbo se abre la ventana. Verbos:
</translation>
    </message>
    <message>
        <source>
&apos;%1 VERB --help&apos; lists the options of a verb; --demo opens the sample on the embedded cluster.
</source>
        <translation>
&apos;%1 VERBO --help&apos; enumera las opciones de un verbo; --demo abre el ejemplo en el clúster incorporado.
</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Imprime esta ayuda.</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>Imprime la versión.</translation>
    </message>
    <message>
        <source>Tell more on the standard error: 0 to 2.</source>
        <translation>Dice más en la salida de errores: de 0 a 2.</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [OPTIONS]
</source>
        <translation>Uso: %1 %2 [OPCIONES]
</translation>
    </message>
    <message>
        <source>unexpected argument “%1”</source>
        <translation>argumento inesperado “%1”</translation>
    </message>
    <message>
        <source>name the folder to make</source>
        <translation>indique la carpeta que se va a crear</translation>
    </message>
    <message>
        <source>-v takes a number</source>
        <translation>-v espera un número</translation>
    </message>
    <message>
        <source>-o takes text, json or yaml, not “%1”</source>
        <translation>-o acepta text, json o yaml, no “%1”</translation>
    </message>
    <message>
        <source>--speed takes a number from 1 to 600</source>
        <translation>--speed espera un número de 1 a 600</translation>
    </message>
    <message>
        <source>--seed takes a number</source>
        <translation>--seed espera un número</translation>
    </message>
    <message>
        <source>--dry-run takes “server”; &apos;sluice render&apos; prints without a cluster</source>
        <translation>--dry-run acepta “server”; &apos;sluice render&apos; imprime sin clúster</translation>
    </message>
    <message>
        <source>--%1 takes a duration such as 30s or 5m</source>
        <translation>--%1 espera una duración como 30s o 5m</translation>
    </message>
    <message>
        <source>--foreign-keys takes take-over, remove or keep</source>
        <translation>--foreign-keys acepta take-over, remove o keep</translation>
    </message>
    <message>
        <source>name the environment with --env</source>
        <translation>indique el entorno con --env</translation>
    </message>
    <message>
        <source>--sandbox is a cluster of its own: leave out --context and --kubeconfig</source>
        <translation>--sandbox es un clúster propio: omita --context y --kubeconfig</translation>
    </message>
    <message>
        <source>create</source>
        <translation>crear</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambiar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>%1 would stay at %2: %3 keeps it</source>
        <translation>%1 quedaría en %2: %3 lo conserva</translation>
    </message>
    <message>
        <source>Plan for %1: context %2, namespace %3</source>
        <translation>Plan para %1: contexto %2, namespace %3</translation>
    </message>
    <message>
        <source>A new revision</source>
        <translation>Una revisión nueva</translation>
    </message>
    <message>
        <source>creates a revision: %1 will take %2 % of the traffic</source>
        <translation>crea una revisión: %1 recibirá el %2 % del tráfico</translation>
    </message>
    <message>
        <source>namespace %1 does not exist; add --create-namespace to create it</source>
        <translation>el namespace %1 no existe; añada --create-namespace para crearlo</translation>
    </message>
    <message>
        <source>%1 owns the Service; commit the change, or add --override-gitops</source>
        <translation>%1 es dueño del Service; haga commit del cambio o añada --override-gitops</translation>
    </message>
    <message>
        <source>other field managers own fields; add --force-conflicts to take them over</source>
        <translation>otros gestores de campos son dueños de campos; añada --force-conflicts para asumirlos</translation>
    </message>
    <message>
        <source>removed keys would stay on the cluster; add --foreign-keys=take-over, remove (which creates a second revision) or keep</source>
        <translation>las claves quitadas quedarían en el clúster; añada --foreign-keys=take-over, remove (que crea una segunda revisión) o keep</translation>
    </message>
    <message>
        <source>removed keys would stay on the cluster; add --foreign-keys=take-over, remove or keep</source>
        <translation>las claves quitadas quedarían en el clúster; añada --foreign-keys=take-over, remove o keep</translation>
    </message>
    <message>
        <source>sluice: --listen takes an address of this machine such as 127.0.0.1 or 127.0.0.1:6443</source>
        <translation>sluice: --listen espera una dirección de esta máquina como 127.0.0.1 o 127.0.0.1:6443</translation>
    </message>
    <message>
        <source>Use it with: kubectl --kubeconfig %1 get ksvc -A</source>
        <translation>Úselo con: kubectl --kubeconfig %1 get ksvc -A</translation>
    </message>
    <message>
        <source>The embedded cluster answers at %1 until this command is stopped (Ctrl+C).</source>
        <translation>El clúster incorporado responde en %1 hasta que se detenga esta orden (Ctrl+C).</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>fix: %1</source>
        <translation>corrección: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced</source>
        <translation>
            <numerusform>%n silenciado</numerusform>
            <numerusform>%n silenciados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be fixed with --fix</source>
        <translation>
            <numerusform>%n se puede corregir con --fix</numerusform>
            <numerusform>%n se pueden corregir con --fix</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for what goes wrong with kustomize and Knative. Exit code 0: no errors, 1: some, 2: trouble.</source>
        <translation>Busca lo que falla con kustomize y Knative. Código de salida 0: sin errores, 1: algunos, 2: problema.</translation>
    </message>
    <message>
        <source>Form of the output: text, json or sarif.</source>
        <translation>Forma de la salida: text, json o sarif.</translation>
    </message>
    <message>
        <source>Change the files where what is right can be told.</source>
        <translation>Cambia los archivos donde se puede decir qué es lo correcto.</translation>
    </message>
    <message>
        <source>Exit with 1 for warnings as well.</source>
        <translation>Sale con 1 también por avisos.</translation>
    </message>
    <message>
        <source>Release of Knative that it runs on, for example 1.18.</source>
        <translation>Versión de Knative en la que corre, por ejemplo 1.18.</translation>
    </message>
    <message>
        <source>List the rules with their reasons and stop.</source>
        <translation>Lista las reglas con sus razones y termina.</translation>
    </message>
    <message>
        <source>-o takes text, json or sarif, not “%1”</source>
        <translation>-o acepta text, json o sarif, no “%1”</translation>
    </message>
    <message>
        <source>--release takes a release of Knative such as 1.18</source>
        <translation>--release acepta una versión de Knative como 1.18</translation>
    </message>
    <message>
        <source>Path that the probes ask for.</source>
        <translation>Ruta que consultan los probes.</translation>
    </message>
    <message>
        <source>Git repository that Argo CD reads.</source>
        <translation>Repositorio Git que lee Argo CD.</translation>
    </message>
    <message>
        <source>Where this project is in that repository.</source>
        <translation>Dónde está este proyecto en ese repositorio.</translation>
    </message>
    <message>
        <source>Branch of that repository that Argo CD follows.</source>
        <translation>Rama de ese repositorio que sigue Argo CD.</translation>
    </message>
    <message>
        <source>Add a Kafka source, a Broker, Triggers and a dead-letter sink.</source>
        <translation>Añade una fuente de Kafka, un Broker, Triggers y un dead-letter sink.</translation>
    </message>
    <message>
        <source>Add traffic splits for a canary, blue-green and a rollback.</source>
        <translation>Añade repartos de tráfico para canary, blue-green y rollback.</translation>
    </message>
    <message>
        <source>Add an Argo CD Application for each environment.</source>
        <translation>Añade una Application de Argo CD para cada entorno.</translation>
    </message>
    <message>
        <source>Add monitors and alerts for Prometheus and a dashboard for Grafana.</source>
        <translation>Añade monitores y alertas para Prometheus y un panel para Grafana.</translation>
    </message>
    <message>
        <source>Add Istio policies: mutual TLS and who may call.</source>
        <translation>Añade políticas de Istio: TLS mutuo y quién puede llamar.</translation>
    </message>
    <message>
        <source>Add the program: a FastAPI application that takes CloudEvents.</source>
        <translation>Añade el programa: una aplicación FastAPI que recibe CloudEvents.</translation>
    </message>
    <message>
        <source>Namespace of production; the others add their environment&apos;s name.</source>
        <translation>Namespace de producción; los demás añaden el nombre de su entorno.</translation>
    </message>
    <message>
        <source>Environments, dev,staging,prod unless given; a namespace of its own follows after =, as in dev,qa=shop-qa,prod.</source>
        <translation>Entornos; sin la opción, dev,staging,prod. Un namespace propio va después de =, como en dev,qa=shop-qa,prod.</translation>
    </message>
    <message>
        <source>Port that the container listens on.</source>
        <translation>Puerto en el que escucha el contenedor.</translation>
    </message>
    <message>
        <source>Add all of these.</source>
        <translation>Añade todo lo anterior.</translation>
    </message>
    <message>
        <source>Address of a Kafka broker; may be repeated.</source>
        <translation>Dirección de un broker de Kafka; puede repetirse.</translation>
    </message>
    <message>
        <source>Topic of Kafka to read; may be repeated.</source>
        <translation>Tema de Kafka que se lee; puede repetirse.</translation>
    </message>
    <message>
        <source>--port takes a number</source>
        <translation>--port espera un número</translation>
    </message>
    <message>
        <source>Make a project: a base and overlays, and on request eventing, traffic examples, Argo CD, monitoring, Istio policies and a program.</source>
        <translation>Crea un proyecto: una base y overlays y, a petición, eventing, ejemplos de tráfico, Argo CD, monitorización, políticas de Istio y un programa.</translation>
    </message>
    <message>
        <source>Try it without a cluster: sluice apply %1 --env %2 --sandbox --wait</source>
        <translation>Pruébelo sin clúster: sluice apply %1 --env %2 --sandbox --wait</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Connection refused by %1</source>
        <translation>Conexión rechazada por %1</translation>
    </message>
    <message>
        <source>Nothing listens at that address, or a firewall turns connections away.</source>
        <translation>Nada escucha en esa dirección, o un cortafuegos rechaza las conexiones.</translation>
    </message>
    <message>
        <source>Check that the cluster runs and that the context names the right server, then try again.</source>
        <translation>Compruebe que el clúster está en marcha y que el contexto indica el servidor correcto y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>No address found for %1</source>
        <translation>No se encontró ninguna dirección para %1</translation>
    </message>
    <message>
        <source>The host name could not be looked up.</source>
        <translation>No se pudo resolver el nombre del host.</translation>
    </message>
    <message>
        <source>Check the server address of the context, your network and your VPN, then try again.</source>
        <translation>Compruebe la dirección del servidor en el contexto, su red y su VPN y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Connection to %1 lost</source>
        <translation>Conexión con %1 perdida</translation>
    </message>
    <message>
        <source>The server or the network ended the connection before the answer was complete.</source>
        <translation>El servidor o la red cerró la conexión antes de que la respuesta estuviera completa.</translation>
    </message>
    <message>
        <source>Look at the live state first, because the request may have taken effect, then try again.</source>
        <translation>Mire primero el estado actual, porque la solicitud puede haber surtido efecto, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The proxy did not connect to %1</source>
        <translation>El proxy no se conectó con %1</translation>
    </message>
    <message>
        <source>The connection goes through the proxy that the kubeconfig or the environment names.</source>
        <translation>La conexión pasa por el proxy que indica el kubeconfig o el entorno.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address (proxy-url, HTTPS_PROXY) and that it allows this host.</source>
        <translation>Compruebe la dirección del proxy (proxy-url, HTTPS_PROXY) y que permita este host.</translation>
    </message>
    <message>
        <source>Unexpected answer from %1</source>
        <translation>Respuesta inesperada de %1</translation>
    </message>
    <message>
        <source>What answers there does not speak the Kubernetes API.</source>
        <translation>Lo que responde ahí no habla la API de Kubernetes.</translation>
    </message>
    <message>
        <source>Check the server address of the context, with its scheme and port.</source>
        <translation>Compruebe la dirección del servidor en el contexto, con su esquema y su puerto.</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>No se puede alcanzar %1</translation>
    </message>
    <message>
        <source>The network reported a fault.</source>
        <translation>La red informó de un fallo.</translation>
    </message>
    <message>
        <source>Check your network connection, then try again.</source>
        <translation>Compruebe su conexión de red y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Certificate of %1 not trusted</source>
        <translation>El certificado de %1 no es de confianza</translation>
    </message>
    <message>
        <source>It is not signed by the certificate authority that the kubeconfig names. Nothing was sent.</source>
        <translation>No está firmado por la autoridad de certificación que indica el kubeconfig. No se envió nada.</translation>
    </message>
    <message>
        <source>Ask the owner of the cluster for its certificate authority and put it into the kubeconfig.</source>
        <translation>Pida al responsable del clúster su autoridad de certificación y póngala en el kubeconfig.</translation>
    </message>
    <message>
        <source>Certificate does not match %1</source>
        <translation>El certificado no corresponde a %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate names other hosts. Nothing was sent.</source>
        <translation>El certificado del servidor nombra otros hosts. No se envió nada.</translation>
    </message>
    <message>
        <source>Use a host name that the certificate names, or set tls-server-name in the kubeconfig.</source>
        <translation>Use un nombre de host que figure en el certificado o defina tls-server-name en el kubeconfig.</translation>
    </message>
    <message>
        <source>Certificate of %1 has expired</source>
        <translation>El certificado de %1 ha caducado</translation>
    </message>
    <message>
        <source>The end of its validity has passed. Nothing was sent.</source>
        <translation>Su plazo de validez ha terminado. No se envió nada.</translation>
    </message>
    <message>
        <source>Have the certificate renewed, and check the clock of this computer.</source>
        <translation>Haga renovar el certificado y compruebe el reloj de este equipo.</translation>
    </message>
    <message>
        <source>Certificate of %1 is not valid yet</source>
        <translation>El certificado de %1 aún no es válido</translation>
    </message>
    <message>
        <source>Its validity begins later than now. Nothing was sent.</source>
        <translation>Su validez empieza más tarde que ahora. No se envió nada.</translation>
    </message>
    <message>
        <source>Check the clock of this computer and the one of the server.</source>
        <translation>Compruebe el reloj de este equipo y el del servidor.</translation>
    </message>
    <message>
        <source>Client certificate not usable for %1</source>
        <translation>Certificado de cliente inutilizable para %1</translation>
    </message>
    <message>
        <source>The client certificate or its key could not be read, or the server refused it.</source>
        <translation>No se pudo leer el certificado de cliente o su clave, o el servidor lo rechazó.</translation>
    </message>
    <message>
        <source>Check client-certificate and client-key of the user in the kubeconfig.</source>
        <translation>Compruebe client-certificate y client-key del usuario en el kubeconfig.</translation>
    </message>
    <message>
        <source>No secure connection to %1</source>
        <translation>Sin conexión segura con %1</translation>
    </message>
    <message>
        <source>The two sides could not agree on TLS.</source>
        <translation>Las dos partes no pudieron ponerse de acuerdo sobre TLS.</translation>
    </message>
    <message>
        <source>Check that the server address begins with https:// and names the API server.</source>
        <translation>Compruebe que la dirección del servidor empieza por https:// y nombra el servidor de la API.</translation>
    </message>
    <message>
        <source>Credentials of %1 not accepted</source>
        <translation>Credenciales de %1 no aceptadas</translation>
    </message>
    <message>
        <source>The server does not know them, or no longer.</source>
        <translation>El servidor no las conoce, o ya no.</translation>
    </message>
    <message>
        <source>Sign in again the way your cluster asks for, or choose another context.</source>
        <translation>Autentíquese de nuevo como lo pide su clúster o elija otro contexto.</translation>
    </message>
    <message>
        <source>Credential plugin %1 not found</source>
        <translation>No se encontró el plugin de credenciales %1</translation>
    </message>
    <message>
        <source>The kubeconfig names a command that is not in the search path of your login shell.</source>
        <translation>El kubeconfig nombra una orden que no está en la ruta de búsqueda de su shell de inicio de sesión.</translation>
    </message>
    <message>
        <source>Install the command, or give its full path in the kubeconfig.</source>
        <translation>Instale la orden o indique su ruta completa en el kubeconfig.</translation>
    </message>
    <message>
        <source>Credential plugin %1 failed</source>
        <translation>El plugin de credenciales %1 falló</translation>
    </message>
    <message>
        <source>It ended without credentials.</source>
        <translation>Terminó sin credenciales.</translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it needs, then try again.</source>
        <translation>Ejecútelo en un terminal para ver qué necesita y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Credential plugin %1 not supported</source>
        <translation>Plugin de credenciales %1 no admitido</translation>
    </message>
    <message>
        <source>It asks for a protocol version other than client.authentication.k8s.io/v1 or v1beta1.</source>
        <translation>Pide una versión del protocolo distinta de client.authentication.k8s.io/v1 o v1beta1.</translation>
    </message>
    <message>
        <source>Update the plugin and its entry in the kubeconfig.</source>
        <translation>Actualice el plugin y su entrada en el kubeconfig.</translation>
    </message>
    <message>
        <source>Credential plugin %1 needs your consent</source>
        <translation>El plugin de credenciales %1 necesita su consentimiento</translation>
    </message>
    <message>
        <source>The kubeconfig wants to run this command on your computer and you have not allowed it yet.</source>
        <translation>El kubeconfig quiere ejecutar esta orden en su equipo y usted aún no la ha permitido.</translation>
    </message>
    <message>
        <source>Look at the command and allow it, or choose another context.</source>
        <translation>Examine la orden y permítala, o elija otro contexto.</translation>
    </message>
    <message>
        <source>Token file %1 not readable</source>
        <translation>Archivo de token %1 ilegible</translation>
    </message>
    <message>
        <source>The kubeconfig names a file with a token that cannot be read or is empty.</source>
        <translation>El kubeconfig nombra un archivo con un token que no se puede leer o está vacío.</translation>
    </message>
    <message>
        <source>Check tokenFile of the user in the kubeconfig and the permissions of the file.</source>
        <translation>Compruebe tokenFile del usuario en el kubeconfig y los permisos del archivo.</translation>
    </message>
    <message>
        <source>Credentials of %1 have expired</source>
        <translation>Las credenciales de %1 han caducado</translation>
    </message>
    <message>
        <source>Their validity has ended and they could not be renewed.</source>
        <translation>Su validez ha terminado y no se pudieron renovar.</translation>
    </message>
    <message>
        <source>Sign in again the way your cluster asks for, then try again.</source>
        <translation>Autentíquese de nuevo como lo pide su clúster y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Not signed in to the cluster</source>
        <translation>Sin autenticación en el clúster</translation>
    </message>
    <message>
        <source>The server did not accept the credentials (HTTP %2).</source>
        <translation>El servidor no aceptó las credenciales (HTTP %2).</translation>
    </message>
    <message>
        <source>Not allowed: %1</source>
        <translation>No permitido: %1</translation>
    </message>
    <message>
        <source>Your account lacks a permission for this, or a quota or policy forbids it (HTTP %2).</source>
        <translation>A su cuenta le falta un permiso para esto, o una cuota o política lo prohíbe (HTTP %2).</translation>
    </message>
    <message>
        <source>Ask the cluster&apos;s administrator for the permission that the details name.</source>
        <translation>Pida al administrador del clúster el permiso que nombran los detalles.</translation>
    </message>
    <message>
        <source>Not found on the cluster: %1</source>
        <translation>No encontrado en el clúster: %1</translation>
    </message>
    <message>
        <source>It was deleted, never existed, or its kind is not installed (HTTP %2).</source>
        <translation>Se eliminó, nunca existió o su tipo no está instalado (HTTP %2).</translation>
    </message>
    <message>
        <source>Check the name, the namespace and the context, then read live again.</source>
        <translation>Compruebe el nombre, el namespace y el contexto y vuelva a leer el estado actual.</translation>
    </message>
    <message>
        <source>Already on the cluster: %1</source>
        <translation>Ya está en el clúster: %1</translation>
    </message>
    <message>
        <source>Somebody made it first (HTTP %2).</source>
        <translation>Alguien lo creó antes (HTTP %2).</translation>
    </message>
    <message>
        <source>Read live again and make a new plan that changes it.</source>
        <translation>Vuelva a leer el estado actual y haga un plan nuevo que lo cambie.</translation>
    </message>
    <message>
        <source>Another manager owns fields of %1</source>
        <translation>Otro gestor es dueño de campos de %1</translation>
    </message>
    <message>
        <source>The plan sets fields that another field manager has set to other values (HTTP %2).</source>
        <translation>El plan define campos a los que otro gestor de campos dio otros valores (HTTP %2).</translation>
    </message>
    <message>
        <source>Leave those fields to their manager, or plan to take them over.</source>
        <translation>Deje esos campos a su gestor o planee hacerse cargo de ellos.</translation>
    </message>
    <message>
        <source>Changed meanwhile: %1</source>
        <translation>Cambiado entretanto: %1</translation>
    </message>
    <message>
        <source>Somebody else wrote to it after it was read (HTTP %2).</source>
        <translation>Alguien más escribió en él después de leerlo (HTTP %2).</translation>
    </message>
    <message>
        <source>Read live again and make the plan anew.</source>
        <translation>Vuelva a leer el estado actual y rehaga el plan.</translation>
    </message>
    <message>
        <source>Refused as invalid: %1</source>
        <translation>Rechazado por no válido: %1</translation>
    </message>
    <message>
        <source>The server checked the values and found them not acceptable (HTTP %2).</source>
        <translation>El servidor comprobó los valores y no los consideró aceptables (HTTP %2).</translation>
    </message>
    <message>
        <source>Correct the fields that the details name and make the plan anew.</source>
        <translation>Corrija los campos que nombran los detalles y rehaga el plan.</translation>
    </message>
    <message>
        <source>Refused by the cluster: %1</source>
        <translation>Rechazado por el clúster: %1</translation>
    </message>
    <message>
        <source>The server or one of its admission webhooks did not accept the request (HTTP %2).</source>
        <translation>El servidor o uno de sus webhooks de admisión no aceptó la solicitud (HTTP %2).</translation>
    </message>
    <message>
        <source>Correct what the details name and make the plan anew.</source>
        <translation>Corrija lo que nombran los detalles y rehaga el plan.</translation>
    </message>
    <message>
        <source>The cluster no longer keeps that version</source>
        <translation>El clúster ya no guarda esa versión</translation>
    </message>
    <message>
        <source>What was read is older than the history the server keeps (HTTP %2).</source>
        <translation>Lo leído es más antiguo que el historial que guarda el servidor (HTTP %2).</translation>
    </message>
    <message>
        <source>Read live again.</source>
        <translation>Vuelva a leer el estado actual.</translation>
    </message>
    <message>
        <source>The cluster asks for patience</source>
        <translation>El clúster pide paciencia</translation>
    </message>
    <message>
        <source>It has more requests than it can serve now (HTTP %2).</source>
        <translation>Tiene más solicitudes de las que puede atender ahora (HTTP %2).</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Espere un momento y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Not supported by this cluster: %1</source>
        <translation>No admitido por este clúster: %1</translation>
    </message>
    <message>
        <source>The server knows no such operation or format for it (HTTP %2).</source>
        <translation>El servidor no conoce tal operación o formato para esto (HTTP %2).</translation>
    </message>
    <message>
        <source>Check which release of Kubernetes and Knative the cluster runs.</source>
        <translation>Compruebe qué versión de Kubernetes y de Knative ejecuta el clúster.</translation>
    </message>
    <message>
        <source>The cluster reported an error of its own</source>
        <translation>El clúster informó de un error propio</translation>
    </message>
    <message>
        <source>The API server, or a webhook it asked, did not work (HTTP %2).</source>
        <translation>El servidor de la API, o un webhook al que consultó, no funcionó (HTTP %2).</translation>
    </message>
    <message>
        <source>Try again; if it stays, give the details to the cluster&apos;s administrator.</source>
        <translation>Vuelva a intentarlo; si continúa, dé los detalles al administrador del clúster.</translation>
    </message>
    <message>
        <source>The cluster did not do it: %1</source>
        <translation>El clúster no lo hizo: %1</translation>
    </message>
    <message>
        <source>The server answered with HTTP %2.</source>
        <translation>El servidor respondió con HTTP %2.</translation>
    </message>
    <message>
        <source>Read the details, then try again.</source>
        <translation>Lea los detalles y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>Correct the text at that place. Nothing was changed.</source>
        <translation>Corrija el texto en ese lugar. No se cambió nada.</translation>
    </message>
    <message>
        <source>Not acceptable: %1</source>
        <translation>No aceptable: %1</translation>
    </message>
    <message>
        <source>Correct the value. Nothing was written or sent.</source>
        <translation>Corrija el valor. No se escribió ni se envió nada.</translation>
    </message>
    <message>
        <source>No such file or folder: %1</source>
        <translation>No existe el archivo o la carpeta: %1</translation>
    </message>
    <message>
        <source>It was moved or deleted, or the name is not right.</source>
        <translation>Se movió o se eliminó, o el nombre no es correcto.</translation>
    </message>
    <message>
        <source>Check the name, or choose another one.</source>
        <translation>Compruebe el nombre o elija otro.</translation>
    </message>
    <message>
        <source>No permission for %1</source>
        <translation>Sin permiso para %1</translation>
    </message>
    <message>
        <source>Your account may not read or write there.</source>
        <translation>Su cuenta no puede leer o escribir ahí.</translation>
    </message>
    <message>
        <source>Change the permissions, or choose another folder. Your edits are kept.</source>
        <translation>Cambie los permisos o elija otra carpeta. Sus ediciones se conservan.</translation>
    </message>
    <message>
        <source>No space left to write %1</source>
        <translation>No queda espacio para escribir %1</translation>
    </message>
    <message>
        <source>The disk or your quota is full. The file is as it was before.</source>
        <translation>El disco o su cuota está lleno. El archivo sigue como estaba.</translation>
    </message>
    <message>
        <source>Free some space, then save again. Your edits are kept.</source>
        <translation>Libere espacio y guarde de nuevo. Sus ediciones se conservan.</translation>
    </message>
    <message>
        <source>Cannot write to %1</source>
        <translation>No se puede escribir en %1</translation>
    </message>
    <message>
        <source>The file or its file system is read-only. The file is as it was before.</source>
        <translation>El archivo o su sistema de archivos es de solo lectura. El archivo sigue como estaba.</translation>
    </message>
    <message>
        <source>Make it writable, then save again. Your edits are kept.</source>
        <translation>Permita la escritura y guarde de nuevo. Sus ediciones se conservan.</translation>
    </message>
    <message>
        <source>Changed on disk: %1</source>
        <translation>Cambiado en el disco: %1</translation>
    </message>
    <message>
        <source>Another program wrote to it since it was read, so it was not overwritten.</source>
        <translation>Otro programa escribió en él desde que se leyó, así que no se sobrescribió.</translation>
    </message>
    <message>
        <source>Read the file again and look at the plan anew. Your edits are kept.</source>
        <translation>Vuelva a leer el archivo y revise el plan. Sus ediciones se conservan.</translation>
    </message>
    <message>
        <source>Too large to open: %1</source>
        <translation>Demasiado grande para abrirlo: %1</translation>
    </message>
    <message>
        <source>The file is bigger than any manifest is.</source>
        <translation>El archivo es más grande que cualquier manifiesto.</translation>
    </message>
    <message>
        <source>Check that this is the file you meant, or split it.</source>
        <translation>Compruebe que es el archivo que quería o divídalo.</translation>
    </message>
    <message>
        <source>Not a file: %1</source>
        <translation>No es un archivo: %1</translation>
    </message>
    <message>
        <source>A folder or a device has that name.</source>
        <translation>Una carpeta o un dispositivo tiene ese nombre.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Elija un archivo.</translation>
    </message>
    <message>
        <source>Already there: %1</source>
        <translation>Ya existe: %1</translation>
    </message>
    <message>
        <source>It would be overwritten, so nothing was written.</source>
        <translation>Se sobrescribiría, así que no se escribió nada.</translation>
    </message>
    <message>
        <source>Choose another name, or move it away first.</source>
        <translation>Elija otro nombre o muévalo antes.</translation>
    </message>
    <message>
        <source>Outside the project: %1</source>
        <translation>Fuera del proyecto: %1</translation>
    </message>
    <message>
        <source>The project refers to a place outside its own folder.</source>
        <translation>El proyecto hace referencia a un lugar fuera de su propia carpeta.</translation>
    </message>
    <message>
        <source>Move the file into the project, or correct the reference.</source>
        <translation>Mueva el archivo al proyecto o corrija la referencia.</translation>
    </message>
    <message>
        <source>Cannot use %1</source>
        <translation>No se puede usar %1</translation>
    </message>
    <message>
        <source>The system reported a fault.</source>
        <translation>El sistema informó de un fallo.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>Look at the live state before you go on: a part may have taken effect.</source>
        <translation>Mire el estado actual antes de seguir: una parte puede haber surtido efecto.</translation>
    </message>
    <message>
        <source>No answer in time: %1</source>
        <translation>Sin respuesta a tiempo: %1</translation>
    </message>
    <message>
        <source>Nothing came within %2.</source>
        <translation>No llegó nada en %2.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>el servidor</translation>
    </message>
    <message>
        <source>the current user</source>
        <translation>el usuario actual</translation>
    </message>
    <message>
        <source>the object</source>
        <translation>el objeto</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>el texto</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>el valor</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>el archivo</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>la solicitud</translation>
    </message>
    <message>
        <source>Try again. For requests to a cluster, --request-timeout allows more time.</source>
        <translation>Vuelva a intentarlo. Para peticiones a un clúster, --request-timeout da más tiempo.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>hace %n s</numerusform>
            <numerusform>hace %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>hace %n min</numerusform>
            <numerusform>hace %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>hace %n h</numerusform>
            <numerusform>hace %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>hace %n d</numerusform>
            <numerusform>hace %n d</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no answer from the cluster</source>
        <translation>%1: sin respuesta del clúster</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>What is shown may be out of date.</source>
        <translation>Lo que se muestra puede estar desactualizado.</translation>
    </message>
    <message>
        <source>What is shown was last confirmed %1.</source>
        <translation>Lo que se muestra se confirmó por última vez %1.</translation>
    </message>
    <message>
        <source>Review plugin…</source>
        <translation>Examinar el plugin…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Choose connection…</source>
        <translation>Elegir conexión…</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <comment>the name of your language, in itself</comment>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The text has %1 bytes; at most %2 are read.</source>
        <translation>El texto tiene %1 bytes; se leen como máximo %2.</translation>
    </message>
    <message>
        <source>The text is nested deeper than %1 levels.</source>
        <translation>El texto tiene más de %1 niveles de anidamiento.</translation>
    </message>
    <message>
        <source>This is not JSON: %1</source>
        <translation>Esto no es JSON: %1</translation>
    </message>
    <message>
        <source>Minimum scale</source>
        <translation>Escala mínima</translation>
    </message>
    <message>
        <source>Fewest pods that a revision keeps. 0 lets it scale to zero when nothing arrives.</source>
        <translation>Menor número de pods que mantiene una Revision. 0 le permite escalar a cero cuando no llega nada.</translation>
    </message>
    <message>
        <source>Maximum scale</source>
        <translation>Escala máxima</translation>
    </message>
    <message>
        <source>Most pods that one revision may have. 0 sets no limit.</source>
        <translation>Mayor número de pods que puede tener una Revision. 0 no pone límite.</translation>
    </message>
    <message>
        <source>Target concurrency</source>
        <translation>Concurrencia objetivo</translation>
    </message>
    <message>
        <source>Requests in flight that one pod should have. The autoscaler adds pods above it.</source>
        <translation>Solicitudes simultáneas que debe tener un pod. Por encima, el autoscaler añade pods.</translation>
    </message>
    <message>
        <source>Scale-down delay</source>
        <translation>Retraso de reducción</translation>
    </message>
    <message>
        <source>How long the load must stay lower before pods are removed.</source>
        <translation>Cuánto tiempo debe seguir baja la carga antes de quitar pods.</translation>
    </message>
    <message>
        <source>Stable window</source>
        <translation>Ventana estable</translation>
    </message>
    <message>
        <source>The time over which the autoscaler averages the load.</source>
        <translation>El tiempo sobre el que el autoscaler promedia la carga.</translation>
    </message>
    <message>
        <source>CPU request</source>
        <translation>CPU solicitada</translation>
    </message>
    <message>
        <source>CPU that a pod is sure to get; the scheduler looks for a node that has it free.</source>
        <translation>CPU que un pod tiene asegurada; el scheduler busca un nodo que la tenga libre.</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>Límite de CPU</translation>
    </message>
    <message>
        <source>Most CPU that a pod may use; above it, it is slowed down.</source>
        <translation>CPU máxima que puede usar un pod; por encima, se ralentiza.</translation>
    </message>
    <message>
        <source>Memory request</source>
        <translation>Memoria solicitada</translation>
    </message>
    <message>
        <source>Memory that a pod is sure to get; the scheduler looks for a node that has it free.</source>
        <translation>Memoria que un pod tiene asegurada; el scheduler busca un nodo que la tenga libre.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Límite de memoria</translation>
    </message>
    <message>
        <source>Most memory that a pod may use; above it, it is ended and started again.</source>
        <translation>Memoria máxima que puede usar un pod; por encima, se termina y se reinicia.</translation>
    </message>
    <message>
        <source>Concurrency limit</source>
        <translation>Límite de concurrencia</translation>
    </message>
    <message>
        <source>Most requests in flight that one pod accepts. 0 sets no limit.</source>
        <translation>Máximo de solicitudes simultáneas que acepta un pod. 0 no pone límite.</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>Tiempo límite de la solicitud</translation>
    </message>
    <message>
        <source>Longest time a request may take.</source>
        <translation>El mayor tiempo que puede tardar una solicitud.</translation>
    </message>
    <message>
        <source>Response start timeout</source>
        <translation>Tiempo límite para el inicio de la respuesta</translation>
    </message>
    <message>
        <source>Longest time until the first byte of an answer.</source>
        <translation>El mayor tiempo hasta el primer byte de una respuesta.</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>Tiempo límite de inactividad</translation>
    </message>
    <message>
        <source>Longest time without a byte of a request or its answer.</source>
        <translation>El mayor tiempo sin un byte de una solicitud o de su respuesta.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>The container image that the pods run.</source>
        <translation>La imagen de contenedor que ejecutan los pods.</translation>
    </message>
    <message>
        <source>Type a value, or clear the cell to inherit it.</source>
        <translation>Escriba un valor o vacíe la celda para heredarlo.</translation>
    </message>
    <message>
        <source>%1 is not a whole number. Type digits only.</source>
        <translation>%1 no es un número entero. Escriba solo cifras.</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 no es un número.</translation>
    </message>
    <message>
        <source>%1 is not a duration. Write it with units, such as 30s, 1m30s or 1h.</source>
        <translation>%1 no es una duración. Escríbala con unidades, como 30s, 1m30s o 1h.</translation>
    </message>
    <message>
        <source>%1 is not in whole seconds.</source>
        <translation>%1 no está en segundos enteros.</translation>
    </message>
    <message>
        <source>%1 is not an amount of CPU. Write cores (2, 0.5) or thousandths (500m).</source>
        <translation>%1 no es una cantidad de CPU. Escriba núcleos (2, 0.5) o milésimas (500m).</translation>
    </message>
    <message>
        <source>%1 is not an amount of memory. Write it with a unit, such as 512Mi or 2Gi.</source>
        <translation>%1 no es una cantidad de memoria. Escríbala con una unidad, como 512Mi o 2Gi.</translation>
    </message>
    <message>
        <source>The smallest value is %1.</source>
        <translation>El valor más pequeño es %1.</translation>
    </message>
    <message>
        <source>The value must be from %1 to %2.</source>
        <translation>El valor debe estar entre %1 y %2.</translation>
    </message>
    <message>
        <source>The cluster allows 1 to %1.</source>
        <translation>El clúster permite de 1 a %1.</translation>
    </message>
    <message>
        <source>The maximum scale %1 is below the minimum scale %2. Raise the maximum or lower the minimum.</source>
        <translation>La escala máxima %1 está por debajo de la escala mínima %2. Suba la máxima o baje la mínima.</translation>
    </message>
    <message>
        <source>The limit %1 is below the request %2. Raise the limit or lower the request.</source>
        <translation>El límite %1 está por debajo de lo solicitado %2. Suba el límite o baje lo solicitado.</translation>
    </message>
    <message>
        <source>%1 s is longer than the request timeout of %2 s. Shorten it or raise the timeout.</source>
        <translation>%1 s es más largo que el tiempo límite de la solicitud, %2 s. Acórtelo o suba el tiempo límite.</translation>
    </message>
    <message>
        <source>The target %1 is above the concurrency limit %2 of a pod and can never be reached. Lower the target or raise the limit.</source>
        <translation>El objetivo %1 está por encima del límite de concurrencia %2 de un pod y nunca se puede alcanzar. Baje el objetivo o suba el límite.</translation>
    </message>
    <message>
        <source>The activity journal was damaged and a new one has been started. The old file is kept as %1.</source>
        <translation>El diario de actividad estaba dañado y se ha empezado uno nuevo. El archivo antiguo se conserva como %1.</translation>
    </message>
    <message>
        <source>The activity journal has format %1, written by a newer Sluice; this one reads up to format %2. Update Sluice, or move the file away.</source>
        <translation>El diario de actividad tiene el formato %1, escrito por un Sluice más nuevo; este lee hasta el formato %2. Actualice Sluice o mueva el archivo.</translation>
    </message>
    <message>
        <source>This database belongs to another program and was left untouched. Choose another file for the journal.</source>
        <translation>Esta base de datos pertenece a otro programa y no se ha tocado. Elija otro archivo para el diario.</translation>
    </message>
    <message>
        <source>This file is not UTF-8 (it looks like UTF-16). Save it as UTF-8.</source>
        <translation>Este archivo no es UTF-8 (parece UTF-16). Guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>There is a byte here that is not UTF-8. Save the file as UTF-8.</source>
        <translation>Aquí hay un byte que no es UTF-8. Guarde el archivo como UTF-8.</translation>
    </message>
    <message>
        <source>There is a carriage return without a line feed here. Use LF or CRLF line ends.</source>
        <translation>Aquí hay un retorno de carro sin salto de línea. Use finales de línea LF o CRLF.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read.</source>
        <translation>El archivo tiene %1 bytes; se leen como máximo %2.</translation>
    </message>
    <message>
        <source>This is nested deeper than %1 levels.</source>
        <translation>Aquí hay más de %1 niveles de anidamiento.</translation>
    </message>
    <message>
        <source>There was not enough memory to read the file.</source>
        <translation>No hubo memoria suficiente para leer el archivo.</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>Esto no es YAML: %1.</translation>
    </message>
    <message>
        <source>There is no anchor &amp;%1 before this alias.</source>
        <translation>No hay ningún ancla &amp;%1 antes de este alias.</translation>
    </message>
    <message>
        <source>This alias stands for something that contains it. Remove it.</source>
        <translation>Este alias representa algo que lo contiene. Quítelo.</translation>
    </message>
    <message>
        <source>The aliases of this file stand for more than %1 values. Write them out or remove some.</source>
        <translation>Los alias de este archivo representan más de %1 valores. Escríbalos por extenso o quite algunos.</translation>
    </message>
    <message>
        <source>The key %1 is here twice. Remove one of them.</source>
        <translation>La clave %1 está aquí dos veces. Quite una de ellas.</translation>
    </message>
    <message>
        <source>A list or mapping cannot be a key. Use a text.</source>
        <translation>Una lista o un mapa no puede ser clave. Use un texto.</translation>
    </message>
    <message>
        <source>The key %1 reads as a number, a date, true, false or null. Put it in quotes.</source>
        <translation>La clave %1 se lee como número, fecha, true, false o null. Póngala entre comillas.</translation>
    </message>
    <message>
        <source>A merge key (&lt;&lt;) needs a mapping or a list of mappings.</source>
        <translation>Una clave de fusión (&lt;&lt;) necesita un mapa o una lista de mapas.</translation>
    </message>
    <message>
        <source>%1 is no number that Kubernetes can read. Put it in quotes if it is a text.</source>
        <translation>%1 no es un número que Kubernetes pueda leer. Póngalo entre comillas si es un texto.</translation>
    </message>
    <message>
        <source>%1 is not of the type %2.</source>
        <translation>%1 no es del tipo %2.</translation>
    </message>
    <message>
        <source>A single document is expected, and here starts another. Remove it.</source>
        <translation>Se espera un solo documento, y aquí empieza otro. Quítelo.</translation>
    </message>
    <message>
        <source>Read only: near line %1 this YAML is read in different ways by different programs (%2).</source>
        <translation>Solo lectura: cerca de la línea %1, distintos programas leen este YAML de distinta manera (%2).</translation>
    </message>
    <message>
        <source>Read only: near line %1 this YAML is read in different ways by different programs. Write it more plainly.</source>
        <translation>Solo lectura: cerca de la línea %1, distintos programas leen este YAML de distinta manera. Escríbalo de forma más sencilla.</translation>
    </message>
    <message>
        <source>There is no such value in the file.</source>
        <translation>No hay tal valor en el archivo.</translation>
    </message>
    <message>
        <source>This is a list or a mapping. Edit it in the file itself.</source>
        <translation>Esto es una lista o un mapa. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>This is not a mapping, so no key can be added. Edit it in the file itself.</source>
        <translation>Esto no es un mapa, así que no se puede añadir ninguna clave. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>This is not a list, so no item can be added. Edit it in the file itself.</source>
        <translation>Esto no es una lista, así que no se puede añadir ningún elemento. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The key %1 is there already.</source>
        <translation>La clave %1 ya está.</translation>
    </message>
    <message>
        <source>An anchor or alias (&amp; or *) is involved, so the change would show in other places too. Edit it in the file itself.</source>
        <translation>Hay un ancla o un alias (&amp; o *) de por medio, así que el cambio se vería también en otros lugares. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>A merge key (&lt;&lt;) is involved, so the value is written in another place. Edit it in the file itself.</source>
        <translation>Hay una clave de fusión (&lt;&lt;) de por medio, así que el valor está escrito en otro lugar. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The value has an explicit type tag. Edit it in the file itself.</source>
        <translation>El valor tiene una etiqueta de tipo explícita. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The value is a text of several lines. Edit it in the file itself.</source>
        <translation>El valor es un texto de varias líneas. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The value is in braces or brackets over several lines. Edit it in the file itself.</source>
        <translation>El valor está entre llaves o corchetes en varias líneas. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The key is written with a question mark. Edit it in the file itself.</source>
        <translation>La clave está escrita con un signo de interrogación. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>Something else is on the same line. Edit it in the file itself.</source>
        <translation>Hay otra cosa en la misma línea. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>A comment stands where the entry would be cut. Edit it in the file itself.</source>
        <translation>Hay un comentario donde se cortaría la entrada. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The change would have altered something else in the file, so nothing was changed. Edit it in the file itself.</source>
        <translation>El cambio habría alterado otra cosa en el archivo, así que no se cambió nada. Edítelo en el propio archivo.</translation>
    </message>
    <message>
        <source>The document itself cannot be removed. Remove the file.</source>
        <translation>El documento mismo no se puede quitar. Quite el archivo.</translation>
    </message>
    <message>
        <source>The answer holds no object where one is expected.</source>
        <translation>La respuesta no contiene un objeto donde se espera uno.</translation>
    </message>
    <message>
        <source>The object has no name.</source>
        <translation>El objeto no tiene nombre.</translation>
    </message>
    <message>
        <source>The answer is not a list: %1</source>
        <translation>La respuesta no es una lista: %1</translation>
    </message>
    <message>
        <source>The watch sent an event of the unknown type “%1”.</source>
        <translation>El watch envió un evento del tipo desconocido «%1».</translation>
    </message>
    <message>
        <source>This should be of kind %1 but is “%2”.</source>
        <translation>Esto debería ser del tipo %1, pero es «%2».</translation>
    </message>
    <message>
        <source>The object does not say its apiVersion and kind: %1</source>
        <translation>El objeto no dice su apiVersion y kind: %1</translation>
    </message>
    <message>
        <source>The %1 has no name. Add metadata.name.</source>
        <translation>%1 no tiene nombre. Añada metadata.name.</translation>
    </message>
    <message>
        <source>%1 needs a namespace. Name one in the object or choose one.</source>
        <translation>%1 necesita un namespace. Indique uno en el objeto o elija uno.</translation>
    </message>
    <message>
        <source>The server address “%1” is not an http or https URL. Correct it in the kubeconfig.</source>
        <translation>La dirección del servidor «%1» no es una URL http o https. Corríjala en el kubeconfig.</translation>
    </message>
    <message>
        <source>The kubeconfig is not a map of clusters, users and contexts.</source>
        <translation>El kubeconfig no es un mapa de clusters, users y contexts.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be text; put quotes around it.</source>
        <translation>%1 en el kubeconfig debe ser texto; póngalo entre comillas.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be true or false.</source>
        <translation>%1 en el kubeconfig debe ser true o false.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be a list.</source>
        <translation>%1 en el kubeconfig debe ser una lista.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be a map.</source>
        <translation>%1 en el kubeconfig debe ser un mapa.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig is not valid base64. Copy the whole value again.</source>
        <translation>%1 en el kubeconfig no es base64 válido. Vuelva a copiar el valor entero.</translation>
    </message>
    <message>
        <source>%1 holds no PEM text. It should begin with “-----BEGIN”.</source>
        <translation>%1 no contiene texto PEM. Debería empezar con «-----BEGIN».</translation>
    </message>
    <message>
        <source>The cluster names a certificate authority and also turns verification off. Remove one of the two.</source>
        <translation>El clúster nombra una autoridad de certificación y además desactiva la verificación. Quite una de las dos cosas.</translation>
    </message>
    <message>
        <source>The credential plugin of this user has no command. Add it in the kubeconfig.</source>
        <translation>El plugin de credenciales de este usuario no tiene ninguna orden. Añádala en el kubeconfig.</translation>
    </message>
    <message>
        <source>The credential plugin must say interactiveMode: Never, IfAvailable or Always.</source>
        <translation>El plugin de credenciales debe decir interactiveMode: Never, IfAvailable o Always.</translation>
    </message>
    <message>
        <source>The user has a client certificate or a client key but not both. Add the other one.</source>
        <translation>El usuario tiene un certificado de cliente o una clave de cliente, pero no ambos. Añada lo que falta.</translation>
    </message>
    <message>
        <source>The user has a token and also a user name with password. Remove one of the two.</source>
        <translation>El usuario tiene un token y también nombre de usuario con contraseña. Quite una de las dos cosas.</translation>
    </message>
    <message>
        <source>No context is chosen. Name one, or set current-context in the kubeconfig.</source>
        <translation>No se ha elegido ningún contexto. Indique uno o defina current-context en el kubeconfig.</translation>
    </message>
    <message>
        <source>There is no context “%1”. The kubeconfig has: %2</source>
        <translation>No hay ningún contexto «%1». El kubeconfig tiene: %2</translation>
    </message>
    <message>
        <source>The context names the cluster “%1”, which the kubeconfig does not have.</source>
        <translation>El contexto nombra el clúster «%1», que el kubeconfig no tiene.</translation>
    </message>
    <message>
        <source>The context names the user “%1”, which the kubeconfig does not have.</source>
        <translation>El contexto nombra el usuario «%1», que el kubeconfig no tiene.</translation>
    </message>
    <message>
        <source>Groups or a user ID to act as are given without the user name to act as. Add it.</source>
        <translation>Se han indicado grupos o un ID de usuario sin el nombre de usuario con el que actuar. Añádalo.</translation>
    </message>
    <message>
        <source>A kustomization must be a mapping of fields. Start it with resources:.</source>
        <translation>Una kustomization debe ser un mapa de campos. Empiécela con resources:.</translation>
    </message>
    <message>
        <source>Kustomize knows no field %1 here. Remove it or correct its name.</source>
        <translation>Kustomize no conoce aquí el campo %1. Quítelo o corrija su nombre.</translation>
    </message>
    <message>
        <source>%1 says nothing. List the resources in it.</source>
        <translation>%1 no dice nada. Liste en él los resources.</translation>
    </message>
    <message>
        <source>A kustomization file holds one document, and here starts another. Remove it.</source>
        <translation>Un archivo de kustomization contiene un solo documento, y aquí empieza otro. Quítelo.</translation>
    </message>
    <message>
        <source>There is no kustomization.yaml in %1. Correct the path or add the file.</source>
        <translation>No hay kustomization.yaml en %1. Corrija la ruta o añada el archivo.</translation>
    </message>
    <message>
        <source>There is more than one kustomization file in %1. Keep one.</source>
        <translation>Hay más de un archivo de kustomization en %1. Deje uno.</translation>
    </message>
    <message>
        <source>%1 must be a list.</source>
        <translation>%1 debe ser una lista.</translation>
    </message>
    <message>
        <source>%1 must be a mapping.</source>
        <translation>%1 debe ser un mapa.</translation>
    </message>
    <message>
        <source>%1 must be a text. Put it in quotes.</source>
        <translation>%1 debe ser un texto. Póngalo entre comillas.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 debe ser true o false.</translation>
    </message>
    <message>
        <source>A patch needs either path or patch, and not both.</source>
        <translation>Un patch necesita path o patch, y no ambos.</translation>
    </message>
    <message>
        <source>There is no file or folder %1. Correct the path or add it.</source>
        <translation>No hay ningún archivo o carpeta %1. Corrija la ruta o añádalo.</translation>
    </message>
    <message>
        <source>%1 leads out of the project&apos;s folder. Copy what it needs into the project.</source>
        <translation>%1 lleva fuera de la carpeta del proyecto. Copie en el proyecto lo que haga falta.</translation>
    </message>
    <message>
        <source>Kustomize reads the file %1 only from the kustomization&apos;s own folder or below. Move it, or refer to a folder with a kustomization.</source>
        <translation>Kustomize solo lee el archivo %1 de la propia carpeta de la kustomization o por debajo. Muévalo o haga referencia a una carpeta con una kustomization.</translation>
    </message>
    <message>
        <source>These folders build on each other in a circle: %1. Remove one of the references.</source>
        <translation>Estas carpetas se basan unas en otras en círculo: %1. Quite una de las referencias.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render this (%1).</source>
        <translation>Solo el propio kustomize puede renderizar esto (%1).</translation>
    </message>
    <message>
        <source>%1 would be fetched from the network. Allow it for this project, or copy it into the folder.</source>
        <translation>%1 se descargaría de la red. Permítalo para este proyecto o cópielo en la carpeta.</translation>
    </message>
    <message>
        <source>This document has no kind. Add apiVersion, kind and metadata.name.</source>
        <translation>Este documento no tiene kind. Añada apiVersion, kind y metadata.name.</translation>
    </message>
    <message>
        <source>This document has no apiVersion. Add it.</source>
        <translation>Este documento no tiene apiVersion. Añádalo.</translation>
    </message>
    <message>
        <source>This object has no metadata.name. Add it.</source>
        <translation>Este objeto no tiene metadata.name. Añádalo.</translation>
    </message>
    <message>
        <source>%1 is declared twice, also in %2. Remove or rename one.</source>
        <translation>%1 está declarado dos veces, también en %2. Quite uno o cámbiele el nombre.</translation>
    </message>
    <message>
        <source>A list of operations needs a target. Say which object it is for.</source>
        <translation>Una lista de operaciones necesita un target. Diga para qué objeto es.</translation>
    </message>
    <message>
        <source>This patch is empty. Remove it from the kustomization.</source>
        <translation>Este patch está vacío. Quítelo de la kustomization.</translation>
    </message>
    <message>
        <source>A patch needs kind and metadata.name to find its object.</source>
        <translation>Un patch necesita kind y metadata.name para encontrar su objeto.</translation>
    </message>
    <message>
        <source>There is no %1 for this patch. Correct its name, kind or apiVersion.</source>
        <translation>No hay ningún %1 para este patch. Corrija su nombre, kind o apiVersion.</translation>
    </message>
    <message>
        <source>There is more than one %1 for this patch. Add a target.</source>
        <translation>Hay más de un %1 para este patch. Añada un target.</translation>
    </message>
    <message>
        <source>%1 is not a regular expression.</source>
        <translation>%1 no es una expresión regular.</translation>
    </message>
    <message>
        <source>The object has nothing at %1. Correct the path or add what is above it first.</source>
        <translation>El objeto no tiene nada en %1. Corrija la ruta o añada antes lo que está por encima.</translation>
    </message>
    <message>
        <source>The test of this patch failed: %1 is not %2.</source>
        <translation>La comprobación de este patch falló: %1 no es %2.</translation>
    </message>
    <message>
        <source>There is no operation %1. Use add, remove, replace, move, copy or test.</source>
        <translation>No hay ninguna operación %1. Use add, remove, replace, move, copy o test.</translation>
    </message>
    <message>
        <source>The operation on %1 has no value.</source>
        <translation>La operación en %1 no tiene valor.</translation>
    </message>
    <message>
        <source>The value is in a patch written inside the kustomization, which cannot be edited here. Move the patch to a file of its own.</source>
        <translation>El valor está en un patch escrito dentro de la kustomization, que no se puede editar aquí. Mueva el patch a un archivo propio.</translation>
    </message>
    <message>
        <source>The project has no environment %1.</source>
        <translation>El proyecto no tiene el entorno %1.</translation>
    </message>
    <message>
        <source>There is no project in %1: no sluice.yaml and no kustomization. Open another folder or make a new project.</source>
        <translation>No hay ningún proyecto en %1: ni sluice.yaml ni kustomization. Abra otra carpeta o cree un proyecto.</translation>
    </message>
    <message>
        <source>There is no Knative Service %1.</source>
        <translation>No hay ningún Knative Service %1.</translation>
    </message>
    <message>
        <source>The Service has no container to set this on. Add one to its template.</source>
        <translation>El Service no tiene ningún contenedor en el que definir esto. Añada uno a su template.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here.</source>
        <translation>%1 no se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>The change would not come out as wished in %1 (wanted “%2”, got “%3”), so nothing was changed. Edit the file itself.</source>
        <translation>El cambio no saldría como se desea en %1 (deseado «%2», obtenido «%3»), así que no se cambió nada. Edite el propio archivo.</translation>
    </message>
    <message>
        <source>The project file must be a mapping with name and environments.</source>
        <translation>El archivo del proyecto debe ser un mapa con name y environments.</translation>
    </message>
    <message>
        <source>This project file has another version than 1. A newer Sluice may read it.</source>
        <translation>Este archivo de proyecto tiene una versión distinta de 1. Un Sluice más nuevo quizá lo lea.</translation>
    </message>
    <message>
        <source>The project file has no field %1. Remove it or correct its name.</source>
        <translation>El archivo del proyecto no tiene el campo %1. Quítelo o corrija su nombre.</translation>
    </message>
    <message>
        <source>This environment has no name. Add it.</source>
        <translation>Este entorno no tiene nombre. Añádalo.</translation>
    </message>
    <message>
        <source>There are two environments named %1. Rename one.</source>
        <translation>Hay dos entornos llamados %1. Cambie el nombre de uno.</translation>
    </message>
    <message>
        <source>The environment %1 has no overlay. Say which folder it is.</source>
        <translation>El entorno %1 no tiene overlay. Diga qué carpeta es.</translation>
    </message>
    <message>
        <source>kubectl 1.28 or later is needed to render this, and this is %1. Install a newer one, or kustomize.</source>
        <translation>Hace falta kubectl 1.28 o posterior para renderizar esto, y este es %1. Instale uno más nuevo, o kustomize.</translation>
    </message>
    <message>
        <source>%1 could not render this: %2</source>
        <translation>%1 no pudo renderizar esto: %2</translation>
    </message>
    <message>
        <source>“%1” is no name for a Service. Use at most 57 lower-case letters, digits and dashes, starting with a letter.</source>
        <translation>«%1» no es un nombre de Service. Use como máximo 57 letras minúsculas, cifras y guiones, empezando por una letra.</translation>
    </message>
    <message>
        <source>“%1” is no name for a namespace. Use at most 55 lower-case letters, digits and dashes.</source>
        <translation>«%1» no es un nombre de namespace. Use como máximo 55 letras minúsculas, cifras y guiones.</translation>
    </message>
    <message>
        <source>“%1” is no image reference. Write it like ghcr.io/team/app:1.0.</source>
        <translation>«%1» no es una referencia de imagen. Escríbala como ghcr.io/team/app:1.0.</translation>
    </message>
    <message>
        <source>%1 is no port. Use 1 to 65535.</source>
        <translation>%1 no es un puerto. Use de 1 a 65535.</translation>
    </message>
    <message>
        <source>“%1” is no path. Start it with a slash.</source>
        <translation>«%1» no es una ruta. Empiécela con una barra.</translation>
    </message>
    <message>
        <source>%1 is marked read-only in sluice.yaml</source>
        <translation>%1 está marcado como de solo lectura en sluice.yaml</translation>
    </message>
    <message>
        <source>Namespace %1 does not exist and will be created first</source>
        <translation>El namespace %1 no existe y se creará primero</translation>
    </message>
    <message>
        <source>Schema and access checked, no dry run yet: its namespace does not exist</source>
        <translation>Esquema y acceso comprobados, aún sin dry-run: su namespace no existe</translation>
    </message>
    <message>
        <source>What runs now could not be read: %1</source>
        <translation>No se pudo leer lo que está en marcha: %1</translation>
    </message>
    <message>
        <source>This cluster does not serve %1 (%2). Install Knative there, or choose another cluster</source>
        <translation>Este clúster no ofrece %1 (%2). Instale Knative en él o elija otro clúster</translation>
    </message>
    <message>
        <source>Could not find out whether you may %1 %2 in %3</source>
        <translation>No se pudo saber si usted puede %1 %2 en %3</translation>
    </message>
    <message>
        <source>You may not %1 %2 in %3</source>
        <translation>No tiene permiso: %1 %2 en %3</translation>
    </message>
    <message>
        <source>You may not %1 %2 in this cluster</source>
        <translation>No tiene permiso: %1 %2 en este clúster</translation>
    </message>
    <message>
        <source>You may write these objects in %1</source>
        <translation>Puede escribir estos objetos en %1</translation>
    </message>
    <message>
        <source>Server dry-run accepted</source>
        <translation>Dry-run aceptado por el servidor</translation>
    </message>
    <message>
        <source>The server refuses this</source>
        <translation>El servidor rechaza esto</translation>
    </message>
    <message>
        <source>Dry run follows once the namespace exists</source>
        <translation>El dry-run vendrá cuando exista el namespace</translation>
    </message>
    <message>
        <source>No other field manager owns these fields</source>
        <translation>Ningún otro gestor de campos es dueño de estos campos</translation>
    </message>
    <message>
        <source>Fields are owned by %1; applying takes them over</source>
        <translation>%1 es dueño de campos; al aplicar se asumen</translation>
    </message>
    <message>
        <source>Removed keys would stay: %1 keeps them</source>
        <translation>Las claves quitadas seguirían: %1 las conserva</translation>
    </message>
    <message>
        <source>%1 owns this Service (%2): commit the change, or it will be undone</source>
        <translation>%1 es dueño de este Service (%2): haga commit del cambio o se deshará</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else after this plan was made</source>
        <translation>%1 fue cambiado por alguien más después de hacer este plan</translation>
    </message>
    <message>
        <source>%1 was created by somebody else after this plan was made</source>
        <translation>%1 fue creado por alguien más después de hacer este plan</translation>
    </message>
    <message>
        <source>%1 was deleted after this plan was made</source>
        <translation>%1 fue eliminado después de hacer este plan</translation>
    </message>
    <message>
        <source>%1 is owned by %2 (%3), which would undo the change. Commit it there, or confirm that it is meant</source>
        <translation>%1 pertenece a %2 (%3), que desharía el cambio. Haga commit allí o confirme que es intencionado</translation>
    </message>
    <message>
        <source>Other field managers own fields of %1. Take them over, or change the files</source>
        <translation>Otros gestores de campos son dueños de campos de %1. Asúmalos o cambie los archivos</translation>
    </message>
    <message>
        <source>Keys removed from %1 would stay on the cluster. Choose whether to take them over, remove them or keep them</source>
        <translation>Las claves quitadas de %1 seguirían en el clúster. Elija entre asumirlas, quitarlas o conservarlas</translation>
    </message>
    <message>
        <source>%1 names no context in sluice.yaml. Add one, or choose a cluster</source>
        <translation>%1 no nombra ningún contexto en sluice.yaml. Añada uno o elija un clúster</translation>
    </message>
    <message>
        <source>A value of %1 is not acceptable; correct it first</source>
        <translation>Un valor de %1 no es aceptable; corríjalo primero</translation>
    </message>
    <message>
        <source>This value is edited in the file</source>
        <translation>Este valor se edita en el archivo</translation>
    </message>
    <message>
        <source>Only kustomize can render this folder, and it reads files on disk. Save the changes first</source>
        <translation>Solo kustomize puede renderizar esta carpeta, y lee archivos del disco. Guarde los cambios primero</translation>
    </message>
    <message>
        <source>The sample could not be put on the embedded cluster</source>
        <translation>No se pudo poner el ejemplo en el clúster integrado</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Enviando %1</translation>
    </message>
    <message>
        <source>Saving the files</source>
        <translation>Guardando los archivos</translation>
    </message>
    <message>
        <source>Waiting for %1 to become Ready</source>
        <translation>Esperando a que %1 esté listo</translation>
    </message>
    <message>
        <source>%1 is Ready at %2</source>
        <translation>%1 está listo en %2</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no environment “%1” in this project; it has %2</source>
        <translation>No hay ningún entorno «%1» en este proyecto; tiene %2</translation>
    </message>
    <message>
        <source>This project has no environments</source>
        <translation>Este proyecto no tiene entornos</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>No hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Scaled to zero</source>
        <translation>Escalado a cero</translation>
    </message>
    <message>
        <source>Not deployed</source>
        <translation>No desplegado</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Applied %1</source>
        <translation>%1 aplicado</translation>
    </message>
    <message>
        <source>Applying %1 failed</source>
        <translation>Falló la aplicación de %1</translation>
    </message>
    <message>
        <source>Applying %1 was stopped</source>
        <translation>Se detuvo la aplicación de %1</translation>
    </message>
    <message>
        <source>Applying %1</source>
        <translation>Aplicando %1</translation>
    </message>
    <message>
        <source>Working out what applying %1 would do</source>
        <translation>Calculando qué haría la aplicación de %1</translation>
    </message>
    <message>
        <source>%1 is not Ready in %2: %3</source>
        <translation>%1 no está listo en %2: %3</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>No se puede alcanzar %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>Kustomize reads a patch that starts with a bracket as JSON, and this is not JSON. Write the operations as a block list.</source>
        <translation>Kustomize lee como JSON un patch que empieza con un corchete, y esto no es JSON. Escriba las operaciones como lista en bloque.</translation>
    </message>
    <message>
        <source>The proxy “%1” is not an http or socks5 URL. Correct it in the kubeconfig.</source>
        <translation>El proxy “%1” no es una URL http ni socks5. Corríjalo en el kubeconfig.</translation>
    </message>
    <message>
        <source>The proxy “%1” would be spoken to over TLS, which is not supported. Use its http:// or socks5:// address; the connection to the cluster through it is encrypted anyway.</source>
        <translation>Con el proxy “%1” se hablaría por TLS, lo que no se admite. Use su dirección http:// o socks5://; la conexión al clúster a través de él va cifrada de todos modos.</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of the project&apos;s folder. Put what it shows into the project.</source>
        <translation>%1 es un enlace que sale de la carpeta del proyecto. Ponga en el proyecto lo que muestra.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render what stands here, and neither kustomize nor kubectl was found. Install kustomize, or kubectl 1.28 or later, or name it in the settings.</source>
        <translation>Solo el propio kustomize puede renderizar lo que hay aquí, y no se encontró ni kustomize ni kubectl. Instale kustomize, o kubectl 1.28 o posterior, o indíquelo en los ajustes.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render what stands here, and there is no program %1. Correct its path in the settings.</source>
        <translation>Solo el propio kustomize puede renderizar lo que hay aquí, y no hay ningún programa %1. Corrija su ruta en los ajustes.</translation>
    </message>
    <message>
        <source>“%1” printed more than any project comes to and was stopped. Run it in a terminal to see what it prints.</source>
        <translation>“%1” escribió más de lo que alcanza cualquier proyecto y se detuvo. Ejecútelo en un terminal para ver qué escribe.</translation>
    </message>
    <message>
        <source>“%1” ended before it had rendered this (%2). Run it in a terminal to see why.</source>
        <translation>“%1” terminó antes de renderizar esto (%2). Ejecútelo en un terminal para ver por qué.</translation>
    </message>
    <message>
        <source>The embedded cluster runs already. Stop it before it is started anew.</source>
        <translation>El clúster integrado ya está en marcha. Deténgalo antes de iniciarlo de nuevo.</translation>
    </message>
    <message>
        <source>The embedded cluster does not run, so it has no kubeconfig. Start it first.</source>
        <translation>El clúster integrado no está en marcha, así que no tiene kubeconfig. Inícielo primero.</translation>
    </message>
    <message>
        <source>Time in the embedded cluster can run %1 to %2 times as fast as real time.</source>
        <translation>El tiempo en el clúster integrado puede correr de %1 a %2 veces tan rápido como el real.</translation>
    </message>
    <message>
        <source>Bookmarks need at least a second between them.</source>
        <translation>Los bookmarks necesitan al menos un segundo entre ellos.</translation>
    </message>
    <message>
        <source>A scenario must be a mapping with seed, faults and loads.</source>
        <translation>Un escenario debe ser un mapa con seed, faults y loads.</translation>
    </message>
    <message>
        <source>A scenario file holds exactly one document.</source>
        <translation>Un archivo de escenario contiene exactamente un documento.</translation>
    </message>
    <message>
        <source>A scenario has no field %1 here. Remove it or correct its name.</source>
        <translation>Un escenario no tiene aquí el campo %1. Quítelo o corrija su nombre.</translation>
    </message>
    <message>
        <source>%1 is missing. Add it.</source>
        <translation>Falta %1. Añádalo.</translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation>Esto debe ser una lista.</translation>
    </message>
    <message>
        <source>Each entry must be a mapping.</source>
        <translation>Cada entrada debe ser un mapa.</translation>
    </message>
    <message>
        <source>This must be a text, and not an empty one.</source>
        <translation>Esto debe ser un texto, y no vacío.</translation>
    </message>
    <message>
        <source>The seed must be a whole number, 0 or more.</source>
        <translation>La semilla debe ser un número entero, 0 o más.</translation>
    </message>
    <message>
        <source>This must be a time in milliseconds, from 0 to those of a year.</source>
        <translation>Esto debe ser un tiempo en milisegundos, de 0 a los de un año.</translation>
    </message>
    <message>
        <source>This must be a number from 0 to %1.</source>
        <translation>Esto debe ser un número de 0 a %1.</translation>
    </message>
    <message>
        <source>There is no such fault. Use one of %1.</source>
        <translation>No existe ese fallo. Use uno de estos: %1.</translation>
    </message>
    <message>
        <source>Files broken at %1</source>
        <translation>Archivos con un defecto en %1</translation>
    </message>
    <message>
        <source>Only the order of entries changes</source>
        <translation>Solo cambia el orden de las entradas</translation>
    </message>
    <message>
        <source>%1 is an old spelling. Write %2.</source>
        <translation>%1 es una grafía antigua. Escriba %2.</translation>
    </message>
    <message>
        <source>%1 is not read, because %2 is set as well. Remove it.</source>
        <translation>%1 no se lee, porque %2 también está definida. Quítela.</translation>
    </message>
    <message>
        <source>%1 has no effect as an annotation. It is a label of the Service.</source>
        <translation>%1 no tiene efecto como anotación. Es un label del Service.</translation>
    </message>
    <message>
        <source>%1 has no effect on the template. It belongs to the Service&apos;s own annotations.</source>
        <translation>%1 no tiene efecto en el template. Su lugar son las anotaciones del propio Service.</translation>
    </message>
    <message>
        <source>%1 has no effect here. It belongs to the template&apos;s annotations.</source>
        <translation>%1 no tiene efecto aquí. Su lugar son las anotaciones del template.</translation>
    </message>
    <message>
        <source>Knative does not read %1. Correct its name or remove it.</source>
        <translation>Knative no lee %1. Corrija el nombre o quítela.</translation>
    </message>
    <message>
        <source>Knative does not read %1 any more since %2. Remove it.</source>
        <translation>Knative ya no lee %1 desde la %2. Quítela.</translation>
    </message>
    <message>
        <source>Knative does not read %1. %2 was probably meant.</source>
        <translation>Knative no lee %1. Probablemente se quería decir %2.</translation>
    </message>
    <message>
        <source>%1 takes a duration such as 30s or 2m, and not “%2”.</source>
        <translation>%1 acepta una duración como 30s o 2m, y no “%2”.</translation>
    </message>
    <message>
        <source>%1 takes a number, and not “%2”.</source>
        <translation>%1 acepta un número, y no “%2”.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. It takes one of these: %3.</source>
        <translation>%1 no puede ser “%2”. Acepta uno de estos: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be %2. It takes %3 to %4.</source>
        <translation>%1 no puede ser %2. Acepta de %3 a %4.</translation>
    </message>
    <message>
        <source>%1 takes whole seconds, and not %2.</source>
        <translation>%1 acepta segundos enteros, y no %2.</translation>
    </message>
    <message>
        <source>%1 cannot be %2. The smallest value is %3.</source>
        <translation>%1 no puede ser %2. El valor más pequeño es %3.</translation>
    </message>
    <message>
        <source>%1 takes a whole number, and not “%2”.</source>
        <translation>%1 acepta un número entero, y no “%2”.</translation>
    </message>
    <message>
        <source>%1 %2 is on its way out. Write %3.</source>
        <translation>%1 %2 está por desaparecer. Escriba %3.</translation>
    </message>
    <message>
        <source>No supported release of Knative serves %1 %2. Write %3.</source>
        <translation>Ninguna versión admitida de Knative sirve %1 %2. Escriba %3.</translation>
    </message>
    <message>
        <source>The Applications %1 and %2 both own %3. Take it out of one of them.</source>
        <translation>Las Applications %1 y %2 poseen ambas %3. Sáquelo de una de ellas.</translation>
    </message>
    <message>
        <source>%1 heals itself, so Argo CD takes back every split of traffic that is set on the running Service %2.</source>
        <translation>%1 se repara sola, así que Argo CD deshace cada reparto de tráfico que se defina en el Service %2 en ejecución.</translation>
    </message>
    <message>
        <source>%1 %2 has no dead-letter sink: events that cannot be delivered are lost.</source>
        <translation>%1 %2 no tiene dead-letter sink: los eventos que no se pueden entregar se pierden.</translation>
    </message>
    <message>
        <source>The delivery of Trigger %1 takes the place of the Broker&apos;s, and with it the dead-letter sink of %2 is gone.</source>
        <translation>El delivery del Trigger %1 sustituye al del Broker, y con él desaparece el dead-letter sink de %2.</translation>
    </message>
    <message>
        <source>The API server refuses %1: %2</source>
        <translation>El servidor de la API rechaza %1: %2</translation>
    </message>
    <message>
        <source>%1 is missing in this %2.</source>
        <translation>Falta %1 en este %2.</translation>
    </message>
    <message>
        <source>%1 must be of type %2.</source>
        <translation>%1 debe ser del tipo %2.</translation>
    </message>
    <message>
        <source>There is no field %1 in %2. Correct its name or remove it.</source>
        <translation>No hay campo %1 en %2. Corrija el nombre o quítelo.</translation>
    </message>
    <message>
        <source>There is no field %1 in %2. %3 was probably meant.</source>
        <translation>No hay campo %1 en %2. Probablemente se quería decir %3.</translation>
    </message>
    <message>
        <source>Use the dead-letter sink of the others</source>
        <translation>Usar el dead-letter sink de los demás</translation>
    </message>
    <message>
        <source>Follow the latest Revision</source>
        <translation>Seguir la última Revision</translation>
    </message>
    <message>
        <source>Let Argo CD leave the traffic alone</source>
        <translation>Hacer que Argo CD deje el tráfico en paz</translation>
    </message>
    <message>
        <source>Use labels, which leave selectors alone</source>
        <translation>Usar labels, que no tocan los selectores</translation>
    </message>
    <message>
        <source>Move it to %1</source>
        <translation>Mover a %1</translation>
    </message>
    <message>
        <source>Tell kustomize that this field holds a name</source>
        <translation>Decir a kustomize que este campo contiene un nombre</translation>
    </message>
    <message>
        <source>Change the containers by JSON patch operations</source>
        <translation>Cambiar los contenedores con operaciones de JSON patch</translation>
    </message>
    <message>
        <source>Give target %1 %2 percent</source>
        <translation>Dar al destino %1 el %2 por ciento</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>Ponerlo entre comillas</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>Renombrar a %1</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>Poner %1 en %2</translation>
    </message>
    <message>
        <source>Use the tag %1, as the other environments do</source>
        <translation>Usar la tag %1, como los otros entornos</translation>
    </message>
    <message>
        <source>Name the template&apos;s labels as a field</source>
        <translation>Nombrar los labels del template como campo</translation>
    </message>
    <message>
        <source>Take the quotes away</source>
        <translation>Quitar las comillas</translation>
    </message>
    <message>
        <source>The tag&apos;s address starts with %1, which has %2 characters; DNS allows 63. Shorten the tag.</source>
        <translation>La dirección de la tag empieza con %1, que tiene %2 caracteres; DNS permite 63. Acorte la tag.</translation>
    </message>
    <message>
        <source>%1 may be another image every time it is pulled. Name a version or a digest.</source>
        <translation>%1 puede ser otra imagen en cada descarga. Indique una versión o un digest.</translation>
    </message>
    <message>
        <source>%1 puts spec.selector into the Knative Service %2, which has no such field.</source>
        <translation>%1 pone spec.selector en el Knative Service %2, que no tiene ese campo.</translation>
    </message>
    <message>
        <source>includeTemplates does not reach the template of the Knative Service %1. Name the field.</source>
        <translation>includeTemplates no alcanza el template del Knative Service %1. Nombre el campo.</translation>
    </message>
    <message>
        <source>This merge replaces the list of containers of %1 as a whole and drops: %2.</source>
        <translation>Este merge sustituye la lista de contenedores de %1 entera y descarta: %2.</translation>
    </message>
    <message>
        <source>Knative exports no metric %1.</source>
        <translation>Knative no exporta ninguna métrica %1.</translation>
    </message>
    <message>
        <source>Knative exports no metric %1. Look at %2.</source>
        <translation>Knative no exporta ninguna métrica %1. Vea %2.</translation>
    </message>
    <message>
        <source>%1 %2 has no namespace, and others here have: %3.</source>
        <translation>%1 %2 no tiene namespace, y otros aquí sí: %3.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render %1, so its objects were not judged.</source>
        <translation>Solo el propio kustomize puede renderizar %1, así que sus objetos no se evaluaron.</translation>
    </message>
    <message>
        <source>This target fits Knative Services and core Services alike. Name the group.</source>
        <translation>Este target vale tanto para Knative Services como para Services del core. Indique el group.</translation>
    </message>
    <message>
        <source>The %1 waits %2 seconds before it looks, and with it every request that wakes the Service.</source>
        <translation>El %1 espera %2 segundos antes de mirar, y con él cada petición que despierta el Service.</translation>
    </message>
    <message>
        <source>The %1 looks every %2 seconds only, and requests that wake the Service wait for it.</source>
        <translation>El %1 mira solo cada %2 segundos, y las peticiones que despiertan el Service lo esperan.</translation>
    </message>
    <message>
        <source>Nothing here declares %1 %2.</source>
        <translation>Nada aquí declara %1 %2.</translation>
    </message>
    <message>
        <source>Nothing here declares %1 %2. %3 was probably meant.</source>
        <translation>Nada aquí declara %1 %2. Probablemente se quería decir %3.</translation>
    </message>
    <message>
        <source>%1 %2 is looked for in the namespace %3 and goes to %4.</source>
        <translation>%1 %2 se busca en el namespace %3 y va a %4.</translation>
    </message>
    <message>
        <source>%1 %2 goes to the namespace %3, and it is looked for in %4.</source>
        <translation>%1 %2 va al namespace %3 y se busca en %4.</translation>
    </message>
    <message>
        <source>%1 %2 is called %3 here, and kustomize does not know that this field names it.</source>
        <translation>%1 %2 se llama %3 aquí, y kustomize no sabe que este campo lo nombra.</translation>
    </message>
    <message>
        <source>The environment %1 does not render.</source>
        <translation>El entorno %1 no se puede renderizar.</translation>
    </message>
    <message>
        <source>The request for %1 is %2, above the limit of %3.</source>
        <translation>El request de %1 es %2, por encima del límite de %3.</translation>
    </message>
    <message>
        <source>The name of the Revision, %1, must start with “%2-” and be a DNS label.</source>
        <translation>El nombre de la Revision, %1, debe empezar con “%2-” y ser un label de DNS.</translation>
    </message>
    <message>
        <source>Nothing here makes the Revision %1. It must be on the cluster already.</source>
        <translation>Nada aquí crea la Revision %1. Ya tiene que estar en el clúster.</translation>
    </message>
    <message>
        <source>%1 is %2, above %3, which is %4.</source>
        <translation>%1 es %2, por encima de %3, que es %4.</translation>
    </message>
    <message>
        <source>A target of %1 is never reached: containerConcurrency lets in %2 at most.</source>
        <translation>Un target de %1 nunca se alcanza: containerConcurrency deja entrar como máximo %2.</translation>
    </message>
    <message>
        <source>There is no rule %1 to ignore.</source>
        <translation>No hay regla %1 que ignorar.</translation>
    </message>
    <message>
        <source>Say why the rule is ignored here.</source>
        <translation>Diga por qué se ignora la regla aquí.</translation>
    </message>
    <message>
        <source>%1 cannot be a Revision of the Service %2, because its name does not start with the Service&apos;s.</source>
        <translation>%1 no puede ser una Revision del Service %2, porque su nombre no empieza con el del Service.</translation>
    </message>
    <message>
        <source>The traffic targets sum to %1 percent; 100 are needed.</source>
        <translation>Los destinos del tráfico suman %1 por ciento; hacen falta 100.</translation>
    </message>
    <message>
        <source>“%1” cannot be a tag: lower-case letters, digits and dashes, a letter first.</source>
        <translation>“%1” no puede ser una tag: minúsculas, dígitos y guiones, primero una letra.</translation>
    </message>
    <message>
        <source>The tag %1 is used twice.</source>
        <translation>La tag %1 se usa dos veces.</translation>
    </message>
    <message>
        <source>A target of a Service cannot name a Configuration. Its own is meant.</source>
        <translation>Un destino de un Service no puede nombrar una Configuration. Vale la suya.</translation>
    </message>
    <message>
        <source>A target follows the latest Revision or names one, %1, and not both.</source>
        <translation>Un destino sigue la última Revision o nombra una, %1, y no ambas cosas.</translation>
    </message>
    <message>
        <source>A target that does not follow the latest Revision must name one.</source>
        <translation>Un destino que no sigue la última Revision debe nombrar una.</translation>
    </message>
    <message>
        <source>%1 is no share of traffic. Use 0 to 100.</source>
        <translation>%1 no es una parte del tráfico. Use de 0 a 100.</translation>
    </message>
    <message>
        <source>The url of a target is set by the server. Remove it.</source>
        <translation>La url de un destino la pone el servidor. Quítela.</translation>
    </message>
    <message>
        <source>Nothing refers to %1. Add it to a kustomization, or remove it.</source>
        <translation>Nada se refiere a %1. Añádalo a una kustomization o quítelo.</translation>
    </message>
    <message>
        <source>No environment builds on %1.</source>
        <translation>Ningún entorno se apoya en %1.</translation>
    </message>
    <message>
        <source>Knative reads the older spellings with less weight, so that one of the two silently wins when both are set. The names with dashes hold in all releases.</source>
        <translation>Knative lee las grafías antiguas con menos peso, de modo que una de las dos gana en silencio cuando ambas están definidas. Los nombres con guiones valen en todas las versiones.</translation>
    </message>
    <message>
        <source>Annotations for scaling act on the template of the Revision; the Service refuses them at its own metadata. The duration of a rollout and the visibility act on the Service and are not read on the template.</source>
        <translation>Las anotaciones de escalado actúan en el template de la Revision; el Service las rechaza en sus propios metadatos. La duración de un rollout y la visibilidad actúan en el Service y no se leen en el template.</translation>
    </message>
    <message>
        <source>Knative ignores annotations that it does not know, so a misspelt one changes nothing and nobody is told.</source>
        <translation>Knative ignora las anotaciones que no conoce, así que una mal escrita no cambia nada y nadie se entera.</translation>
    </message>
    <message>
        <source>Knative&apos;s webhook refuses values out of range, and with them the whole apply.</source>
        <translation>El webhook de Knative rechaza los valores fuera de rango y, con ellos, todo el apply.</translation>
    </message>
    <message>
        <source>Old API versions go with a later release, and manifests that name them stop working then.</source>
        <translation>Las versiones antiguas de la API desaparecen en una versión posterior, y los manifiestos que las nombran dejan de funcionar.</translation>
    </message>
    <message>
        <source>The API server does not know this version and refuses the object.</source>
        <translation>El servidor de la API no conoce esta versión y rechaza el objeto.</translation>
    </message>
    <message>
        <source>Two Applications that own one object overwrite each other without end, and deleting one of them deletes the object of both.</source>
        <translation>Dos Applications que poseen el mismo objeto se sobrescriben sin fin, y borrar una de ellas borra el objeto de ambas.</translation>
    </message>
    <message>
        <source>A canary or a rollback on the cluster changes spec.traffic. With self-heal Argo CD puts back what Git says within seconds, unless the Application ignores that field and respects this when it syncs.</source>
        <translation>Un canary o un rollback en el clúster cambia spec.traffic. Con self-heal Argo CD repone en segundos lo que dice Git, salvo que la Application ignore ese campo y lo respete al sincronizar.</translation>
    </message>
    <message>
        <source>After its retries Knative drops an event that nobody took. A dead-letter sink keeps it, so that it can be looked at and sent again. The delivery of a Trigger replaces that of its Broker as a whole.</source>
        <translation>Tras los reintentos Knative descarta un evento que nadie aceptó. Un dead-letter sink lo guarda, para poder verlo y enviarlo otra vez. El delivery de un Trigger sustituye por entero al de su Broker.</translation>
    </message>
    <message>
        <source>The API server checks types, ranges and required fields and refuses the object.</source>
        <translation>El servidor de la API comprueba tipos, rangos y campos obligatorios y rechaza el objeto.</translation>
    </message>
    <message>
        <source>Knative Serving drops unknown fields and Eventing refuses them; kubectl refuses both. A misspelt field never has an effect.</source>
        <translation>Knative Serving descarta los campos desconocidos y Eventing los rechaza; kubectl rechaza ambos. Un campo mal escrito nunca tiene efecto.</translation>
    </message>
    <message>
        <source>A tagged target is reached at TAG-SERVICE.NAMESPACE.DOMAIN, and no label of a host name may be longer than 63 characters: the Route then never becomes Ready.</source>
        <translation>Un destino con tag se alcanza en TAG-SERVICE.NAMESPACE.DOMAIN, y ningún label de un nombre de host puede tener más de 63 caracteres: la Route nunca llega a Ready.</translation>
    </message>
    <message>
        <source>Without a version nobody can say what a Revision runs. Knative resolves the tag once per Revision, so that a new image does not even come into use until something else changes.</source>
        <translation>Sin una versión nadie puede decir qué ejecuta una Revision. Knative resuelve la tag una vez por Revision, así que una imagen nueva ni siquiera se usa hasta que cambie otra cosa.</translation>
    </message>
    <message>
        <source>kustomize knows a core Service when it sees one and takes a Knative Service for it. The field is dropped by Serving, refused by kubectl and shown by Argo CD as a difference that never goes away.</source>
        <translation>kustomize conoce el Service del core y toma un Knative Service por él. Serving descarta el campo, kubectl lo rechaza y Argo CD lo muestra como una diferencia que nunca desaparece.</translation>
    </message>
    <message>
        <source>kustomize knows the templates of its built-in workloads only. On a Knative Service the option does nothing; an entry under fields does.</source>
        <translation>kustomize solo conoce los templates de sus tipos incorporados. En un Knative Service la opción no hace nada; una entrada en fields sí.</translation>
    </message>
    <message>
        <source>kustomize has no schema for Knative&apos;s kinds, so that a strategic merge replaces lists as a whole. What the patch does not repeat, the image, ports, probes or variables, is gone.</source>
        <translation>kustomize no tiene schema para los tipos de Knative, así que un strategic merge sustituye las listas enteras. Lo que el patch no repite, la imagen, los puertos, las probes o las variables, desaparece.</translation>
    </message>
    <message>
        <source>An alert or a chart over a metric that does not exist never fires and stays empty. With release 1.19 the names, the units and the labels of nearly all metrics changed.</source>
        <translation>Una alerta o un gráfico sobre una métrica que no existe nunca salta y queda vacío. Con la versión 1.19 cambiaron los nombres, las unidades y los labels de casi todas las métricas.</translation>
    </message>
    <message>
        <source>Objects without a namespace go to whichever the context names, and do not find those beside them that say theirs.</source>
        <translation>Los objetos sin namespace van al que indique el contexto y no encuentran a los que, a su lado, dicen el suyo.</translation>
    </message>
    <message>
        <source>What kustomize makes of the files is judged only when it can be rendered. Install kustomize, or kubectl 1.28 or later.</source>
        <translation>Lo que kustomize hace de los archivos solo se evalúa cuando se puede renderizar. Instale kustomize, o kubectl 1.28 o posterior.</translation>
    </message>
    <message>
        <source>A target by kind alone fits every group. A patch for a Knative Service then breaks a core Service, or the other way round.</source>
        <translation>Un target solo por kind vale para todos los grupos. Un patch para un Knative Service rompe entonces un Service del core, o al revés.</translation>
    </message>
    <message>
        <source>A Service that scales to zero starts its pods while a request waits. What the probe waits, the request waits; Knative looks many times a second when a readiness probe names no period.</source>
        <translation>Un Service que escala a cero arranca sus pods mientras una petición espera. Lo que espera la probe lo espera la petición; Knative mira muchas veces por segundo cuando una readiness probe no indica periodo.</translation>
    </message>
    <message>
        <source>A Revision does not become ready without its ConfigMap or ServiceAccount, a Trigger not without its Broker, and events to a missing subscriber are lost.</source>
        <translation>Una Revision no queda lista sin su ConfigMap o ServiceAccount, un Trigger tampoco sin su Broker, y los eventos para un subscriber que falta se pierden.</translation>
    </message>
    <message>
        <source>Transformers set the namespace of objects and leave the namespaces inside of references alone, so that the same base points to another environment&apos;s object.</source>
        <translation>Los transformers ponen el namespace de los objetos y no tocan los namespaces dentro de las referencias, de modo que la misma base apunta al objeto de otro entorno.</translation>
    </message>
    <message>
        <source>Prefixes, suffixes and generators rename objects. kustomize follows names in the fields that it knows, which are almost none of Knative&apos;s, and leaves the others pointing to nothing.</source>
        <translation>Los prefijos, sufijos y generadores renombran objetos. kustomize sigue los nombres en los campos que conoce, casi ninguno de Knative, y deja los demás apuntando a nada.</translation>
    </message>
    <message>
        <source>What does not render cannot be applied.</source>
        <translation>Lo que no se puede renderizar no se puede aplicar.</translation>
    </message>
    <message>
        <source>Kubernetes refuses a pod that asks for more than it may use.</source>
        <translation>Kubernetes rechaza un pod que pide más de lo que puede usar.</translation>
    </message>
    <message>
        <source>Serving refuses a template whose name does not start with that of the Service. A prefix in an overlay changes the one and not the other.</source>
        <translation>Serving rechaza un template cuyo nombre no empieza con el del Service. Un prefijo en un overlay cambia uno y no el otro.</translation>
    </message>
    <message>
        <source>Traffic to a Revision that is not there is not moved at all: the Route keeps the old split until every target exists.</source>
        <translation>El tráfico hacia una Revision que no existe no se mueve en absoluto: la Route mantiene el reparto anterior hasta que existan todos los destinos.</translation>
    </message>
    <message>
        <source>Serving refuses a minimum above the maximum.</source>
        <translation>Serving rechaza un mínimo por encima del máximo.</translation>
    </message>
    <message>
        <source>A pod never sees more requests at once than containerConcurrency lets in, so that the autoscaler stays below its target and adds pods too late.</source>
        <translation>Un pod nunca ve más peticiones a la vez de las que deja entrar containerConcurrency, así que el autoscaler se queda por debajo de su target y añade pods demasiado tarde.</translation>
    </message>
    <message>
        <source>A comment that silences a rule should name an existing one and say why, so that the next reader can tell whether it still holds.</source>
        <translation>Un comentario que silencia una regla debe nombrar una que exista y decir por qué, para que el próximo lector sepa si sigue valiendo.</translation>
    </message>
    <message>
        <source>A Route may only send traffic to Revisions of its own Service. The Route refuses to become Ready and keeps the old split.</source>
        <translation>Una Route solo puede enviar tráfico a Revisions de su propio Service. No llega a Ready y mantiene el reparto anterior.</translation>
    </message>
    <message>
        <source>Serving refuses a split that does not sum to 100.</source>
        <translation>Serving rechaza un reparto que no suma 100.</translation>
    </message>
    <message>
        <source>A tag is the first part of a host name and must be unique in its Service.</source>
        <translation>Una tag es la primera parte de un nombre de host y debe ser única en su Service.</translation>
    </message>
    <message>
        <source>Serving refuses targets that contradict themselves.</source>
        <translation>Serving rechaza destinos que se contradicen.</translation>
    </message>
    <message>
        <source>A file that is not YAML is read by nobody, kustomize included.</source>
        <translation>Un archivo que no es YAML no lo lee nadie, tampoco kustomize.</translation>
    </message>
    <message>
        <source>A file that no kustomization names is never applied with an environment. It may be an example, or a line was forgotten. Say so in the file with ignore-file when it is applied by hand.</source>
        <translation>Un archivo que ninguna kustomization nombra nunca se aplica con un entorno. Puede ser un ejemplo, o se olvidó una línea. Dígalo en el archivo con ignore-file cuando se aplica a mano.</translation>
    </message>
    <message>
        <source>A kustomization that no environment builds on is not applied by Sluice. It may be left over, or be missing in a list of resources or in the project file.</source>
        <translation>Una kustomization en la que no se apoya ningún entorno no la aplica Sluice. Puede haber sobrado, o faltar en una lista de resources o en el archivo del proyecto.</translation>
    </message>
    <message>
        <source>The files have changed and this finding has no fix any more.</source>
        <translation>Los archivos han cambiado y este hallazgo ya no tiene corrección.</translation>
    </message>
    <message>
        <source>“%1” is too long: names are made of it that may have 63 characters. Use at most %2 with these parts.</source>
        <translation>«%1» es demasiado largo: con él se forman nombres que pueden tener 63 caracteres. Con estas partes use como máximo %2.</translation>
    </message>
    <message>
        <source>Knative needs port %1 for itself. Let the container listen on another.</source>
        <translation>Knative necesita el puerto %1 para sí. Haga que el contenedor escuche en otro.</translation>
    </message>
    <message>
        <source>Name at least one environment.</source>
        <translation>Indique al menos un entorno.</translation>
    </message>
    <message>
        <source>“%1” is no name for an environment. Use at most 40 lower-case letters, digits and dashes.</source>
        <translation>«%1» no es un nombre de entorno. Use como máximo 40 letras minúsculas, cifras y guiones.</translation>
    </message>
    <message>
        <source>“%1” is no namespace for the environment %2. Use at most 63 lower-case letters, digits and dashes.</source>
        <translation>«%1» no es un namespace para el entorno %2. Use como máximo 63 letras minúsculas, cifras y guiones.</translation>
    </message>
    <message>
        <source>Two environments go to the namespace %1 and would overwrite each other. Give each its own.</source>
        <translation>Dos entornos van al namespace %1 y se sobrescribirían. Dé a cada uno el suyo.</translation>
    </message>
    <message>
        <source>The scaling of %1 does not fit together: the minimum is at most the maximum, the target at least 1, and the delay whole seconds up to 1h.</source>
        <translation>El escalado de %1 no es coherente: el mínimo no supera el máximo, el objetivo es al menos 1 y la espera son segundos enteros hasta 1h.</translation>
    </message>
    <message>
        <source>The resources of %1 do not fit together: quantities such as 200m or 512Mi, and no request above its limit.</source>
        <translation>Los recursos de %1 no son coherentes: cantidades como 200m o 512Mi, y ninguna solicitud por encima de su límite.</translation>
    </message>
    <message>
        <source>1.%1 is no release of Knative that Sluice writes for. Use 1.15 or later.</source>
        <translation>Sluice no escribe para la versión 1.%1 de Knative. Use 1.15 o posterior.</translation>
    </message>
    <message>
        <source>“%1” is no address of a Kafka broker. Write it like kafka.example.com:9092.</source>
        <translation>«%1» no es la dirección de un broker de Kafka. Escríbala como kafka.example.com:9092.</translation>
    </message>
    <message>
        <source>“%1” is no name for a Kafka topic. Use letters, digits, dots, dashes and underscores.</source>
        <translation>«%1» no es un nombre de tema de Kafka. Use letras, cifras, puntos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>“%1” is no Git repository. Write it like https://git.example.com/team/app.git.</source>
        <translation>«%1» no es un repositorio Git. Escríbalo como https://git.example.com/team/app.git.</translation>
    </message>
    <message>
        <source>“%1” is no folder of a repository. Write it without a slash at the beginning or the end.</source>
        <translation>«%1» no es una carpeta de un repositorio. Escríbala sin barra al principio ni al final.</translation>
    </message>
    <message>
        <source>“%1” is no branch.</source>
        <translation>«%1» no es una rama.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Entornos</translation>
    </message>
    <message>
        <source>Manifests</source>
        <translation>Manifiestos</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>%1 in %2</source>
        <comment>lines in files</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n línea</numerusform>
            <numerusform>%n líneas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>first revision takes %1 %</source>
        <translation>la primera Revision recibe el %1 %</translation>
    </message>
    <message>
        <source>new revision takes %1 %</source>
        <translation>la nueva Revision recibe el %1 %</translation>
    </message>
    <message>
        <source>new revision without traffic</source>
        <translation>nueva Revision sin tráfico</translation>
    </message>
    <message>
        <source>no new revision</source>
        <translation>ninguna Revision nueva</translation>
    </message>
    <message>
        <source>Files and cluster agree; nothing would change.</source>
        <translation>Los archivos y el clúster coinciden; nada cambiaría.</translation>
    </message>
    <message>
        <source>No new revision: the traffic stays where it is.</source>
        <translation>Ninguna Revision nueva: el tráfico se queda donde está.</translation>
    </message>
    <message>
        <source>a new revision</source>
        <translation>una nueva Revision</translation>
    </message>
    <message>
        <source>%1 will be created and gets no traffic until a split gives it some.</source>
        <translation>Se creará %1 y no recibirá tráfico hasta que un reparto le dé algo.</translation>
    </message>
    <message>
        <source>%1 will be created and receive %2 %.</source>
        <translation>Se creará %1 y recibirá el %2 %.</translation>
    </message>
    <message>
        <source>%1 will be created and, because traffic follows the latest ready revision, receive %2 %. %3 serves until then.</source>
        <translation>Se creará %1 y, como el tráfico sigue a la última Revision lista, recibirá el %2 %. Hasta entonces atiende %3.</translation>
    </message>
    <message>
        <source>%1 will be created and receive %2 %. %3 serves now.</source>
        <translation>Se creará %1 y recibirá el %2 %. Ahora atiende %3.</translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <translation>Nada que aplicar</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Aplicar en %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <comment>kind, namespace, name</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n creado</numerusform>
            <numerusform>%n creados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n cambiado</numerusform>
            <numerusform>%n cambiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n sin cambios</numerusform>
            <numerusform>%n sin cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan cannot be applied: see what is marked.</source>
        <translation>El plan no se puede aplicar: vea lo que está marcado.</translation>
    </message>
    <message>
        <source>Other managers own fields of this plan: decide whether to take them over.</source>
        <translation>Otros gestores son dueños de campos de este plan: decida si asumirlos.</translation>
    </message>
    <message>
        <source>Some keys would stay on the cluster: choose what happens with them.</source>
        <translation>Algunas claves seguirían en el clúster: elija qué pasa con ellas.</translation>
    </message>
    <message>
        <source>%1 owns these objects: confirm that you apply beside it.</source>
        <translation>%1 es dueño de estos objetos: confirme que aplica a su lado.</translation>
    </message>
    <message>
        <source>%1 (new file)</source>
        <translation>%1 (archivo nuevo)</translation>
    </message>
    <message>
        <source>What applying to %1 will do (%2, namespace %3)</source>
        <translation>Qué hará la aplicación en %1 (%2, namespace %3)</translation>
    </message>
    <message>
        <source>create</source>
        <translation>crear</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambiar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>  conflict: %1 belongs to %2</source>
        <translation>  conflicto: %1 pertenece a %2</translation>
    </message>
    <message>
        <source>  stays: %1 = %2, held by %3</source>
        <translation>  sigue: %1 = %2, lo conserva %3</translation>
    </message>
    <message>
        <source>  refused: %1</source>
        <translation>  rechazado: %1</translation>
    </message>
    <message>
        <source>  warning: %1</source>
        <translation>  aviso: %1</translation>
    </message>
    <message>
        <source>new revision if keys are removed</source>
        <translation>Revision nueva si se quitan claves</translation>
    </message>
    <message>
        <source>No new revision, unless the keys that would stay are removed: that creates one.</source>
        <translation>Ninguna Revision nueva, salvo que se quiten las claves que quedarían: eso crea una.</translation>
    </message>
    <message numerus="yes">
        <source>%n new revision(s)</source>
        <translation>
            <numerusform>%n Revision nueva</numerusform>
            <numerusform>%n Revisions nuevas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>El idioma cambia en el próximo inicio.</translation>
    </message>
    <message>
        <source>Compact rows in tables</source>
        <translation>Filas compactas en las tablas</translation>
    </message>
    <message>
        <source>Files and programs</source>
        <translation>Archivos y programas</translation>
    </message>
    <message>
        <source>KUBECONFIG, else ~/.kube/config</source>
        <translation>KUBECONFIG; si no, ~/.kube/config</translation>
    </message>
    <message>
        <source>found in PATH; kubectl from 1.28 does as well</source>
        <translation>el que esté en PATH; kubectl desde 1.28 también sirve</translation>
    </message>
    <message>
        <source>kustomize is only asked for folders that Sluice has not written. Empty fields use what the shell uses.</source>
        <translation>Solo se llama a kustomize para carpetas que Sluice no ha escrito. Los campos vacíos usan lo que usa el shell.</translation>
    </message>
    <message>
        <source>Credential plugins that may run</source>
        <translation>Plugins de credenciales que pueden ejecutarse</translation>
    </message>
    <message>
        <source>None. When a kubeconfig names a program that supplies credentials, you are asked once before it runs.</source>
        <translation>Ninguno. Cuando un kubeconfig nombra un programa que da credenciales, se le pregunta una vez antes de ejecutarlo.</translation>
    </message>
    <message>
        <source>allowed %1 · SHA-256 %2</source>
        <translation>permitido el %1 · SHA-256 %2</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>Revoke the consent for %1</source>
        <translation>Revocar el consentimiento para %1</translation>
    </message>
    <message>
        <source>Environments marked as production</source>
        <translation>Entornos marcados como producción</translation>
    </message>
    <message>
        <source>Ask for the environment&apos;s name before a plan is applied</source>
        <translation>Pedir el nombre del entorno antes de aplicar un plan</translation>
    </message>
    <message>
        <source>Which environments are production, or read-only, stands in the project&apos;s file and counts for everybody.</source>
        <translation>Qué entornos son de producción, o de solo lectura, está en el archivo del proyecto y vale para todos.</translation>
    </message>
    <message>
        <source>Shortcut for %1</source>
        <translation>Atajo para %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset the shortcut for %1</source>
        <translation>Restablecer el atajo para %1</translation>
    </message>
    <message>
        <source>“%1” has this shortcut.</source>
        <translation>«%1» tiene este atajo.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Divergente</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>filled circle</source>
        <translation>círculo lleno</translation>
    </message>
    <message>
        <source>arc</source>
        <translation>arco</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>triángulo</translation>
    </message>
    <message>
        <source>filled triangle</source>
        <translation>triángulo lleno</translation>
    </message>
    <message>
        <source>dash</source>
        <translation>guion</translation>
    </message>
    <message>
        <source>half circle</source>
        <translation>medio círculo</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>rombo</translation>
    </message>
    <message>
        <source>dot</source>
        <translation>punto</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The picture %1 could not be written</source>
        <translation>No se pudo escribir la imagen %1</translation>
    </message>
    <message>
        <source>1. The embedded cluster runs the sample project:</source>
        <translation>1. El clúster incorporado ejecuta el proyecto de ejemplo:</translation>
    </message>
    <message>
        <source>3. What will happen:</source>
        <translation>3. Lo que va a ocurrir:</translation>
    </message>
    <message>
        <source>creates revision %1, which takes %2 % of the traffic</source>
        <translation>crea la revisión %1, que recibe el %2 % del tráfico</translation>
    </message>
    <message>
        <source>The sample has no maximum scale for prod</source>
        <translation>El ejemplo no tiene escala máxima para prod</translation>
    </message>
    <message>
        <source>2. prod&apos;s maximum scale: %1 → %2</source>
        <translation>2. Escala máxima de prod: %1 → %2</translation>
    </message>
    <message>
        <source>The plan could not be made</source>
        <translation>No se pudo hacer el plan</translation>
    </message>
    <message>
        <source>The change was not applied</source>
        <translation>El cambio no se aplicó</translation>
    </message>
    <message>
        <source>4. Applied: %1 is Ready at %2</source>
        <translation>4. Aplicado: %1 está listo en %2</translation>
    </message>
    <message>
        <source>The tour did not come to its end in time</source>
        <translation>El recorrido no terminó a tiempo</translation>
    </message>
    <message numerus="yes">
        <source>5. %n picture(s) in %1</source>
        <translation>
            <numerusform>5. %n imagen en %1</numerusform>
            <numerusform>5. %n imágenes en %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::AboutDialog</name>
    <message>
        <source>About Sluice</source>
        <translation>Acerca de Sluice</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Without any warranty.</source>
        <translation>Software libre bajo la GNU General Public License, versión 3 o posterior. Sin ninguna garantía.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>The diagnostics hold versions, settings and recent messages. Tokens, host names, user names and paths in your home folder are taken out; read them before you send them.</source>
        <translation>El diagnóstico contiene versiones, ajustes y mensajes recientes. Se quitan los tokens, los nombres de host y de usuario y las rutas de su carpeta personal; léalo antes de enviarlo.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Guardar diagnóstico…</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Guardar diagnóstico</translation>
    </message>
</context>
<context>
    <name>sluice::views::ActivityCard</name>
    <message>
        <source>Recent activity</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>Nothing yet. What you apply is written down here.</source>
        <translation>Nada todavía. Lo que aplique se anota aquí.</translation>
    </message>
</context>
<context>
    <name>sluice::views::Bar</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>sluice::views::CellInspector</name>
    <message numerus="yes">
        <source>pod(s)</source>
        <translation>
            <numerusform>pod</numerusform>
            <numerusform>pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s)</source>
        <translation>
            <numerusform>solicitud</numerusform>
            <numerusform>solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 o más</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Every environment that does not set its own value follows. Each gets a new revision with its next apply.</source>
        <translation>Todo entorno que no define su propio valor lo sigue. Cada uno recibe una nueva Revision en su próxima aplicación.</translation>
    </message>
    <message>
        <source>Changes the revision template: applying makes a new revision. The plan below says which traffic moves to it.</source>
        <translation>Cambia el template de la Revision: al aplicar se crea una nueva Revision. El plan de abajo dice qué tráfico pasa a ella.</translation>
    </message>
    <message>
        <source>About the selected value</source>
        <translation>Acerca del valor seleccionado</translation>
    </message>
    <message>
        <source>No value selected</source>
        <translation>Ningún valor seleccionado</translation>
    </message>
    <message>
        <source>Select a value to see what it means, where it is set and what changing it does.</source>
        <translation>Seleccione un valor para ver qué significa, dónde está definido y qué hace cambiarlo.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Cluster default</source>
        <translation>Valor del clúster</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Inherited from</source>
        <translation>Heredado de</translation>
    </message>
    <message>
        <source>Set in</source>
        <translation>Definido en</translation>
    </message>
    <message>
        <source>nowhere: the cluster decides</source>
        <translation>en ningún sitio: decide el clúster</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>At</source>
        <translation>En</translation>
    </message>
</context>
<context>
    <name>sluice::views::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is on top, or leave a field</source>
        <translation>Cerrar lo que está encima o salir de un campo</translation>
    </message>
    <message>
        <source>Confirm a plan</source>
        <translation>Confirmar un plan</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>Ir al siguiente control</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Move in tables, lists and graphs</source>
        <translation>Moverse en tablas, listas y grafos</translation>
    </message>
    <message>
        <source>Change shortcuts…</source>
        <translation>Cambiar atajos…</translation>
    </message>
</context>
<context>
    <name>sluice::views::CheckList</name>
    <message>
        <source>Passed</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::ClockControl</name>
    <message>
        <source>Sandbox clock</source>
        <translation>Reloj del sandbox</translation>
    </message>
    <message>
        <source>The time inside the sandbox</source>
        <translation>El tiempo dentro del sandbox</translation>
    </message>
    <message>
        <source>%1× as fast</source>
        <translation>%1× más rápido</translation>
    </message>
    <message>
        <source>Let the sandbox&apos;s time run</source>
        <translation>Dejar correr el tiempo del sandbox</translation>
    </message>
    <message>
        <source>Pause the sandbox&apos;s time</source>
        <translation>Pausar el tiempo del sandbox</translation>
    </message>
    <message>
        <source>How fast the sandbox&apos;s time runs</source>
        <translation>A qué velocidad corre el tiempo del sandbox</translation>
    </message>
    <message>
        <source>Speed: %1 times</source>
        <translation>Velocidad: %1 veces</translation>
    </message>
    <message>
        <source>Time in the sandbox: %1</source>
        <translation>Hora en el sandbox: %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>Nada tiene este nombre.</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Buscar o ejecutar</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>Buscar o ejecutar…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>sluice::views::ConnectDialog</name>
    <message>
        <source>Connect to a cluster</source>
        <translation>Conectar con un clúster</translation>
    </message>
    <message>
        <source>Every environment of this project will use the context, on this machine only.</source>
        <translation>Todos los entornos de este proyecto usarán el contexto, solo en este equipo.</translation>
    </message>
    <message>
        <source>A context is used together with a folder of manifests. Choose one, then the folder.</source>
        <translation>Un contexto se usa junto con una carpeta de manifiestos. Elija uno y después la carpeta.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>The cluster inside this program</source>
        <translation>El clúster dentro de este programa</translation>
    </message>
    <message>
        <source>certificate not checked</source>
        <translation>certificado sin comprobar</translation>
    </message>
    <message>
        <source>current</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Contextos</translation>
    </message>
    <message>
        <source>No kubeconfig was found. Set its path in the settings, or use the sandbox.</source>
        <translation>No se encontró ningún kubeconfig. Defina su ruta en los ajustes o use el sandbox.</translation>
    </message>
    <message>
        <source>Use this context</source>
        <translation>Usar este contexto</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyecto nuevo…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
</context>
<context>
    <name>sluice::views::ConsentDialog</name>
    <message>
        <source>Run a credential plugin?</source>
        <translation>¿Ejecutar un plugin de credenciales?</translation>
    </message>
    <message>
        <source>The context %1 gets its credentials from a program</source>
        <translation>El contexto %1 obtiene sus credenciales de un programa</translation>
    </message>
    <message>
        <source>It runs with your rights on this machine. You are asked again when the program changes, and can take the permission back in the settings.</source>
        <translation>Se ejecuta con sus derechos en este equipo. Se le vuelve a preguntar cuando el programa cambia y puede retirar el permiso en los ajustes.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Allow this program</source>
        <translation>Permitir este programa</translation>
    </message>
</context>
<context>
    <name>sluice::views::DiffView</name>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Removed lines begin with a minus, added lines with a plus.</source>
        <translation>Las líneas quitadas empiezan con un menos, las añadidas con un más.</translation>
    </message>
</context>
<context>
    <name>sluice::views::EnvironmentsPage</name>
    <message>
        <source>Environments</source>
        <translation>Entornos</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Solo diferencias</translation>
    </message>
    <message>
        <source>Live values</source>
        <translation>Valores en vivo</translation>
    </message>
    <message>
        <source>Clear the value</source>
        <translation>Vaciar el valor</translation>
    </message>
    <message>
        <source>Promote to the next environment</source>
        <translation>Promover al siguiente entorno</translation>
    </message>
    <message>
        <source>Open where it is set</source>
        <translation>Abrir donde está definido</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>No hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>Open a folder with Knative manifests, or start the sandbox with a sample.</source>
        <translation>Abra una carpeta con manifiestos de Knative o inicie el sandbox con un ejemplo.</translation>
    </message>
    <message>
        <source>No environments in this folder</source>
        <translation>Ningún entorno en esta carpeta</translation>
    </message>
    <message>
        <source>An environment is an overlay with a cluster context and a namespace, kept in sluice.yaml. Manifests shows what was found in the files.</source>
        <translation>Un entorno es un overlay con un contexto de clúster y un namespace, guardado en sluice.yaml. Manifiestos muestra lo encontrado en los archivos.</translation>
    </message>
    <message>
        <source>Go to Manifests</source>
        <translation>Ir a Manifiestos</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n entorno</numerusform>
            <numerusform>%n entornos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot stand</source>
        <translation>
            <numerusform>%n valor no es válido</numerusform>
            <numerusform>%n valores no son válidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct it to see what applying would do, or undo.</source>
        <translation>Corríjalo para ver qué haría la aplicación, o deshaga.</translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <translation>Comparando %1 con %2</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s) differ.</source>
        <translation>
            <numerusform>%n parámetro difiere.</numerusform>
            <numerusform>%n parámetros difieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all environments</source>
        <translation>Mostrar todos los entornos</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 con %2</translation>
    </message>
    <message numerus="yes">
        <source> · %n unsaved change(s)</source>
        <translation>
            <numerusform> · %n cambio sin guardar</numerusform>
            <numerusform>· %n cambios sin guardar</numerusform>
        </translation>
    </message>
    <message>
        <source>What applying to %1 would do%2</source>
        <translation>Qué haría la aplicación en %1%2</translation>
    </message>
    <message>
        <source>What applying to %1 would do</source>
        <translation>Qué haría la aplicación en %1</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Discard the unsaved changes of %1</source>
        <translation>Descartar los cambios sin guardar de %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Undo the last edit of a value</source>
        <translation>Deshacer la última edición de un valor</translation>
    </message>
    <message>
        <source>Redo the edit of a value</source>
        <translation>Rehacer la edición de un valor</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n unsaved change(s)</source>
        <translation>
            <numerusform>%1: %n cambio sin guardar</numerusform>
            <numerusform>%1: %n cambios sin guardar</numerusform>
        </translation>
    </message>
    <message>
        <source>parameter · %1</source>
        <translation>parámetro · %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>All parameters have the same values.</source>
        <translation>Todos los parámetros tienen los mismos valores.</translation>
    </message>
</context>
<context>
    <name>sluice::views::FileTree</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
</context>
<context>
    <name>sluice::views::FilterField</name>
    <message>
        <source>Filter…</source>
        <translation>Filtrar…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
</context>
<context>
    <name>sluice::views::FindingDetails</name>
    <message>
        <source>%1…</source>
        <extracomment>The argument is what the fix does, for example &quot;Set name to x&quot;; the dots say that it is shown first.</extracomment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Look at the change and make it (Alt+Enter)</source>
        <translation>Mirar el cambio y hacerlo (Alt+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>Fix all %n…</source>
        <translation>
            <numerusform>Corregir %n…</numerusform>
            <numerusform>Corregir los %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FindingsTable</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>sluice::views::FixDialog</name>
    <message>
        <source>Fix the files?</source>
        <translation>¿Corregir los archivos?</translation>
    </message>
    <message>
        <source>What changes in the files</source>
        <translation>Qué cambia en los archivos</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message numerus="yes">
        <source>Change %n file(s)</source>
        <translation>
            <numerusform>Cambiar %n archivo</numerusform>
            <numerusform>Cambiar %n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FreshnessChip</name>
    <message>
        <source>live</source>
        <translation>en vivo</translation>
    </message>
    <message>
        <source>Changes arrive as they happen.</source>
        <translation>Los cambios aparecen en cuanto ocurren.</translation>
    </message>
    <message>
        <source>live · %1 s</source>
        <translation>en vivo · %1 s</translation>
    </message>
    <message>
        <source>Changes arrive as they happen; the last word from the server took %1 ms.</source>
        <translation>Los cambios aparecen en cuanto ocurren; la última respuesta del servidor tardó %1 ms.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min old</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h old</source>
        <translation>hace %1 h</translation>
    </message>
    <message>
        <source>What is shown was read at %1. Trying again.</source>
        <translation>Lo que se muestra se leyó a las %1. Reintentando.</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>no cluster</source>
        <translation>ningún clúster</translation>
    </message>
</context>
<context>
    <name>sluice::views::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
</context>
<context>
    <name>sluice::views::KeyCap</name>
    <message>
        <source>Key %1</source>
        <translation>Tecla %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::KeyValueList</name>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::LogView</name>
    <message>
        <source>Log lines</source>
        <translation>Líneas de registro</translation>
    </message>
</context>
<context>
    <name>sluice::views::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contenedor</translation>
    </message>
    <message>
        <source>The container&apos;s run before its last restart</source>
        <translation>La ejecución del contenedor antes de su último reinicio</translation>
    </message>
    <message>
        <source>Search the log…</source>
        <translation>Buscar en el registro…</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Keeps the newest line in sight; scrolling up stops it</source>
        <translation>Mantiene a la vista la línea más nueva; desplazarse hacia arriba lo detiene</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Follow the newest line</source>
        <translation>Seguir la línea más nueva</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Ajustar las líneas largas</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Guardar el registro…</translation>
    </message>
    <message>
        <source>All revisions</source>
        <translation>Todas las Revisions</translation>
    </message>
    <message>
        <source>All pods</source>
        <translation>Todos los pods</translation>
    </message>
    <message>
        <source>No log lines</source>
        <translation>Ninguna línea de registro</translation>
    </message>
    <message>
        <source>No pod runs: a Service that is scaled to zero starts one with its next request. Lines appear here then.</source>
        <translation>No hay pods en marcha: un Service escalado a cero inicia uno con su próxima solicitud. Entonces aparecerán aquí las líneas.</translation>
    </message>
    <message>
        <source>The container has not written anything yet. Lines appear here as they are written.</source>
        <translation>El contenedor aún no ha escrito nada. Las líneas aparecen aquí según se escriben.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n línea</numerusform>
            <numerusform>%n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt);;All files (*)</source>
        <translation>Registros (*.log *.txt);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>sluice::views::MainWindow</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>Buscar o ejecutar…</translation>
    </message>
    <message>
        <source>Try the sample on the sandbox</source>
        <translation>Probar el ejemplo en el sandbox</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyecto nuevo…</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Cerrar el proyecto</translation>
    </message>
    <message>
        <source>Connect to a cluster…</source>
        <translation>Conectar con un clúster…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Filtrar esta página</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Collapse or expand the list of pages</source>
        <translation>Contraer o expandir la lista de páginas</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Mostrar problemas</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>Mostrar actividad</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Usar el tema claro</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Usar el tema oscuro</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s theme</source>
        <translation>Seguir el tema del escritorio</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>environment · %1</source>
        <translation>entorno · %1</translation>
    </message>
    <message>
        <source>project · %1</source>
        <translation>proyecto · %1</translation>
    </message>
    <message>
        <source>%1 – Sluice</source>
        <translation>%1 – Sluice</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n value(s) edited</source>
        <translation>
            <numerusform>%1: %n valor editado</numerusform>
            <numerusform>%1: %n valores editados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::ManifestsPage</name>
    <message>
        <source>Manifests</source>
        <translation>Manifiestos</translation>
    </message>
    <message>
        <source>Environment to render and compare</source>
        <translation>Entorno que renderizar y comparar</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Renderizado</translation>
    </message>
    <message>
        <source>Difference to live</source>
        <translation>Diferencia con lo que está en vivo</translation>
    </message>
    <message>
        <source>What is shown of the manifests</source>
        <translation>Qué se muestra de los manifiestos</translation>
    </message>
    <message>
        <source>Rendered manifests</source>
        <translation>Manifiestos renderizados</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>No manifests in this folder</source>
        <translation>Ningún manifiesto en esta carpeta</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>No hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>The YAML files of the project stand here, each with what is wrong in it.</source>
        <translation>Aquí están los archivos YAML del proyecto, cada uno con lo que tiene mal.</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Fuente de %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Ninguna diferencia</translation>
    </message>
    <message>
        <source>What runs in %1 is what the files render.</source>
        <translation>Lo que está en marcha en %1 es lo que renderizan los archivos.</translation>
    </message>
    <message>
        <source>%1 is not in this project</source>
        <translation>%1 no está en este proyecto</translation>
    </message>
    <message>
        <source>It may have been moved or removed since.</source>
        <translation>Puede que se haya movido o quitado desde entonces.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message numerus="yes">
        <source>Fixes of %n finding(s), as far as they do not touch the same lines</source>
        <translation>
            <numerusform>Corrección de %n hallazgo</numerusform>
            <numerusform>Correcciones de %n hallazgos, siempre que no toquen las mismas líneas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixHeader</name>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%n no válido</numerusform>
            <numerusform>%n no válidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n divergente</numerusform>
            <numerusform>%n divergentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Entornos</translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixView</name>
    <message>
        <source>Parameters by environment</source>
        <translation>Parámetros por entorno</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Sin diferencias</translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixWords</name>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>%n parámetro</numerusform>
            <numerusform>%n parámetros</numerusform>
        </translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>ninguna diferencia</translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n difiere</numerusform>
            <numerusform>%n difieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>was not set</source>
        <translation>no estaba definido</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>era %1</translation>
    </message>
    <message>
        <source>live %1</source>
        <translation>en vivo %1</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Concurrency and timeouts</source>
        <translation>Concurrencia y tiempos límite</translation>
    </message>
    <message>
        <source>Image and environment variables</source>
        <translation>Imagen y variables de entorno</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>clúster</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>cargando…</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>no desplegado</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>inherited from %1</source>
        <translation>heredado de %1</translation>
    </message>
    <message>
        <source>the cluster&apos;s default</source>
        <translation>el valor del clúster</translation>
    </message>
    <message>
        <source>unsaved, removed, was %1</source>
        <translation>sin guardar, quitado, era %1</translation>
    </message>
    <message>
        <source>unsaved, was %1</source>
        <translation>sin guardar, era %1</translation>
    </message>
    <message>
        <source>invalid: %1</source>
        <translation>no válido: %1</translation>
    </message>
    <message>
        <source>live differs: %1</source>
        <translation>en vivo difiere: %1</translation>
    </message>
    <message>
        <source>read only: %1</source>
        <translation>solo lectura: %1</translation>
    </message>
    <message>
        <source>Base: what every environment inherits</source>
        <translation>Base: lo que heredan todos los entornos</translation>
    </message>
    <message>
        <source>production</source>
        <translation>producción</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>solo lectura</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from the cluster</source>
        <translation>
            <numerusform>%n valor difiere del clúster</numerusform>
            <numerusform>%n valores difieren del clúster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n cambio sin guardar</numerusform>
            <numerusform>%n cambios sin guardar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid value(s)</source>
        <translation>
            <numerusform>%n valor no válido</numerusform>
            <numerusform>%n valores no válidos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1, live in %2: %3</source>
        <translation>%1, en vivo en %2: %3</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, en vivo</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>What runs in %1</source>
        <translation>Lo que está en marcha en %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Proyecto nuevo</translation>
    </message>
    <message>
        <source>Writes a folder with a Knative Service, a base and overlays for dev, staging and prod.</source>
        <translation>Escribe una carpeta con un Knative Service, una base y overlays para dev, staging y prod.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>registry/name:tag; can be set later</source>
        <translation>registro/nombre:tag; se puede definir después</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>Nombre del Service</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Create the project</source>
        <translation>Crear el proyecto</translation>
    </message>
    <message>
        <source>A Service&apos;s name has lower-case letters, digits and hyphens, starts with a letter, ends with a letter or digit and has at most 63 characters.</source>
        <translation>El nombre de un Service tiene letras minúsculas, cifras y guiones, empieza por una letra, termina en letra o cifra y tiene como máximo 63 caracteres.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder.</source>
        <translation>Indique la ruta completa de la carpeta.</translation>
    </message>
    <message>
        <source>This folder has files already. Choose one that is empty or does not exist.</source>
        <translation>Esta carpeta ya tiene archivos. Elija una vacía o que no exista.</translation>
    </message>
    <message>
        <source>Where the project&apos;s folder goes</source>
        <translation>Dónde va la carpeta del proyecto</translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Group by environment</source>
        <translation>Agrupar por entorno</translation>
    </message>
    <message>
        <source>Group by Service</source>
        <translation>Agrupar por Service</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sin grupos</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Agrupación</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrar…</translation>
    </message>
    <message>
        <source>Filter Services</source>
        <translation>Filtrar Services</translation>
    </message>
    <message>
        <source>Open in Environments</source>
        <translation>Abrir en Entornos</translation>
    </message>
    <message>
        <source>What applying would do</source>
        <translation>Qué haría la aplicación</translation>
    </message>
    <message>
        <source>Show logs</source>
        <translation>Mostrar registros</translation>
    </message>
    <message>
        <source>Copy the URL</source>
        <translation>Copiar la URL</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>No hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>Every Service of a project stands here, environment by environment.</source>
        <translation>Aquí están todos los Services de un proyecto, entorno por entorno.</translation>
    </message>
    <message>
        <source>Start the sandbox with a sample</source>
        <translation>Iniciar el sandbox con un ejemplo</translation>
    </message>
    <message>
        <source>No Services in this project</source>
        <translation>Ningún Service en este proyecto</translation>
    </message>
    <message>
        <source>The folder has no environment with a Knative Service. Manifests shows what was found.</source>
        <translation>La carpeta no tiene ningún entorno con un Knative Service. Manifiestos muestra lo que se encontró.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 de %n fila</numerusform>
            <numerusform>%1 de %n filas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>Services in environments</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n Service(s)</source>
        <translation>
            <numerusform>%n Service</numerusform>
            <numerusform>%n Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n entorno</numerusform>
            <numerusform>%n entornos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 is serving %3: %4 cannot start</source>
        <translation>%1 en %2 atiende con %3: %4 no puede iniciarse</translation>
    </message>
    <message>
        <source>%1 in %2 does not serve</source>
        <translation>%1 en %2 no atiende</translation>
    </message>
    <message>
        <source>Traffic stays on %1, which is ready.</source>
        <translation>El tráfico sigue en %1, que está lista.</translation>
    </message>
    <message>
        <source>Service · %1 · %2</source>
        <translation>Service · %1 · %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewTable</name>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>production</source>
        <translation>producción</translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Not deployed</source>
        <translation>No desplegado</translation>
    </message>
    <message>
        <source>Scaled to zero</source>
        <translation>Escalado a cero</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n sin guardar</numerusform>
            <numerusform>%n sin guardar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n divergente</numerusform>
            <numerusform>%n divergentes</numerusform>
        </translation>
    </message>
    <message>
        <source>in step</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>última</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>revision, percent</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 on %3</source>
        <translation>%1, %2 en %3</translation>
    </message>
    <message>
        <source>Pods that run, and the most that may run</source>
        <translation>Pods en marcha y el máximo que puede haber</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Atiende</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Last release</source>
        <translation>Última entrega</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanDecisions</name>
    <message numerus="yes">
        <source>and %n more, see Objects</source>
        <translation>
            <numerusform>y %n más, vea Objetos</numerusform>
            <numerusform>y %n más, vea Objetos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 pertenece a %2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this plan belong to %1</source>
        <translation>
            <numerusform>%n campo de este plan pertenece a %1</numerusform>
            <numerusform>%n campos de este plan pertenecen a %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this plan belong to other managers</source>
        <translation>
            <numerusform>%n campo de este plan pertenece a otros gestores</numerusform>
            <numerusform>%n campos de este plan pertenecen a otros gestores</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over these fields</source>
        <translation>Asumir estos campos</translation>
    </message>
    <message>
        <source>Applies with force: the fields then belong to Sluice. Their manager may write them again.</source>
        <translation>Aplica con force: los campos pasan a ser de Sluice. Su gestor puede volver a escribirlos.</translation>
    </message>
    <message>
        <source>%1 = %2, held by %3</source>
        <translation>%1 = %2, lo conserva %3</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) cleared in the files would stay on the cluster</source>
        <translation>
            <numerusform>%n clave vaciada en los archivos seguiría en el clúster</numerusform>
            <numerusform>%n claves vaciadas en los archivos seguirían en el clúster</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove by JSON patch</source>
        <translation>Quitar por JSON patch</translation>
    </message>
    <message>
        <source>Takes the key&apos;s managed fields over first, so that the apply itself removes it.</source>
        <translation>Asume antes los managed fields de la clave, para que la propia aplicación la quite.</translation>
    </message>
    <message>
        <source>Keep on the cluster</source>
        <translation>Conservar en el clúster</translation>
    </message>
    <message>
        <source>The file no longer sets the key, the cluster still does: it will show as drift.</source>
        <translation>El archivo ya no define la clave, el clúster aún sí: se verá como divergencia.</translation>
    </message>
    <message>
        <source>%1 writes these objects from git</source>
        <translation>%1 escribe estos objetos desde git</translation>
    </message>
    <message>
        <source>%1 writes these objects from git (%2)</source>
        <translation>%1 escribe estos objetos desde git (%2)</translation>
    </message>
    <message>
        <source>Commit the files as well, or it puts the old values back with its next sync.</source>
        <translation>Haga también commit de los archivos, o devolverá los valores antiguos en su próxima sincronización.</translation>
    </message>
    <message>
        <source>Apply beside %1</source>
        <translation>Aplicar al lado de %1</translation>
    </message>
    <message>
        <source>Take over and remove (recommended)</source>
        <translation>Asumir y quitar (recomendado)</translation>
    </message>
    <message>
        <source>Remove by JSON patch: creates a second revision</source>
        <translation>Quitar por JSON patch: crea una segunda Revision</translation>
    </message>
    <message>
        <source>Removes the key whoever holds it, by a second write after the apply.</source>
        <translation>Quita la clave, sea de quien sea, con una segunda escritura después de aplicar.</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanDrawer</name>
    <message>
        <source>What will happen</source>
        <translation>Qué va a pasar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Rehacer el plan</translation>
    </message>
    <message>
        <source>asking the cluster about %1…</source>
        <translation>consultando al clúster sobre %1…</translation>
    </message>
    <message>
        <source>applying to %1</source>
        <translation>aplicando en %1</translation>
    </message>
    <message>
        <source>applied to %1</source>
        <translation>aplicado en %1</translation>
    </message>
    <message>
        <source>no plan for %1</source>
        <translation>ningún plan para %1</translation>
    </message>
    <message>
        <source>not ready in %1</source>
        <translation>no está listo en %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Drops the unsaved changes of %1; undo brings them back</source>
        <translation>Descarta los cambios sin guardar de %1; deshacer los recupera</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Copy the kubectl command</source>
        <translation>Copiar la orden de kubectl</translation>
    </message>
    <message>
        <source>Copy the file difference</source>
        <translation>Copiar la diferencia de los archivos</translation>
    </message>
    <message>
        <source>Copy the whole plan</source>
        <translation>Copiar el plan entero</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Escriba %1 para confirmar</translation>
    </message>
    <message>
        <source>Production: type the environment&apos;s name first.</source>
        <translation>Producción: escriba primero el nombre del entorno.</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanObjectsView</name>
    <message>
        <source>Objects of the plan</source>
        <translation>Objetos del plan</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanObjectsWords</name>
    <message>
        <source>%1, refused</source>
        <translation>%1, rechazado</translation>
    </message>
    <message>
        <source>%1, owned by %2</source>
        <translation>%1, pertenece a %2</translation>
    </message>
    <message>
        <source>%1 would stay, held by %2</source>
        <translation>%1 seguiría, lo conserva %2</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Servidor: %1</translation>
    </message>
    <message>
        <source>created</source>
        <translation>creado</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>Object and field</source>
        <translation>Objeto y campo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanProgress</name>
    <message>
        <source>Conditions</source>
        <translation>Condiciones</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>Copiar URL</translation>
    </message>
    <message>
        <source>Show logs</source>
        <translation>Mostrar registros</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>%1 de %2 objetos</translation>
    </message>
    <message>
        <source>Save the files</source>
        <translation>Guardar los archivos</translation>
    </message>
    <message>
        <source>Check that nothing changed</source>
        <translation>Comprobar que nada cambió</translation>
    </message>
    <message>
        <source>Send the objects</source>
        <translation>Enviar los objetos</translation>
    </message>
    <message>
        <source>Wait until ready</source>
        <translation>Esperar hasta que esté listo</translation>
    </message>
    <message>
        <source>The apply did not finish</source>
        <translation>La aplicación no terminó</translation>
    </message>
    <message>
        <source>%1 of %2 objects were sent and stay.</source>
        <translation>Se enviaron %1 de %2 objetos y se quedan.</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Rehacer el plan</translation>
    </message>
    <message>
        <source>Applied and ready</source>
        <translation>Aplicado y listo</translation>
    </message>
    <message>
        <source>%1 is ready and serves</source>
        <translation>%1 está lista y atiende</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanReview</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Difference in the files</source>
        <translation>Diferencia en los archivos</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copiar orden</translation>
    </message>
    <message>
        <source>The same with kubectl</source>
        <translation>Lo mismo con kubectl</translation>
    </message>
    <message>
        <source>The cluster changed since the last plan, so it was made again. Read it once more.</source>
        <translation>El clúster cambió desde el último plan, así que se rehízo. Léalo una vez más.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server warns: %1</source>
        <translation>El servidor avisa: %1</translation>
    </message>
    <message>
        <source>Files (%1)</source>
        <translation>Archivos (%1)</translation>
    </message>
    <message>
        <source>Objects (%1)</source>
        <translation>Objetos (%1)</translation>
    </message>
    <message>
        <source>Checks and decisions</source>
        <translation>Comprobaciones y decisiones</translation>
    </message>
</context>
<context>
    <name>sluice::views::Popover</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>sluice::views::ProductionBand</name>
    <message>
        <source>Production · %1</source>
        <translation>Producción · %1</translation>
    </message>
    <message>
        <source>Production · %1 on %2</source>
        <translation>Producción · %1 en %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::ProgressSteps</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>Step %1: %2, %3. %4</source>
        <translation>Paso %1: %2, %3. %4</translation>
    </message>
</context>
<context>
    <name>sluice::views::Rail</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Contraer</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Expandir</translation>
    </message>
</context>
<context>
    <name>sluice::views::RailItem</name>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problema</numerusform>
            <numerusform>%1, %n problemas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::SearchButton</name>
    <message>
        <source>Search or run…</source>
        <translation>Buscar o ejecutar…</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Buscar o ejecutar</translation>
    </message>
</context>
<context>
    <name>sluice::views::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Credential plugins</source>
        <translation>Plugins de credenciales</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
</context>
<context>
    <name>sluice::views::SkeletonView</name>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
</context>
<context>
    <name>sluice::views::SplitBar</name>
    <message>
        <source>%1 %2 %</source>
        <comment>revision and percent</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Traffic split</source>
        <translation>Reparto del tráfico</translation>
    </message>
</context>
<context>
    <name>sluice::views::StartActions</name>
    <message>
        <source>Open a folder</source>
        <translation>Abrir una carpeta</translation>
    </message>
</context>
<context>
    <name>sluice::views::StartPage</name>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Pruébelo ahora</translation>
    </message>
    <message>
        <source>Start the built-in cluster with a sample project. Nothing leaves this machine.</source>
        <translation>Inicia el clúster integrado con un proyecto de ejemplo. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Any folder with Knative manifests or kustomizations</source>
        <translation>Cualquier carpeta con manifiestos de Knative o kustomizations</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyecto nuevo…</translation>
    </message>
    <message>
        <source>A Service with dev, staging and prod, ready to apply</source>
        <translation>Un Service con dev, staging y prod, listo para aplicar</translation>
    </message>
    <message>
        <source>Connect to a cluster…</source>
        <translation>Conectar con un clúster…</translation>
    </message>
    <message>
        <source>With a context of your kubeconfig</source>
        <translation>Con un contexto de su kubeconfig</translation>
    </message>
    <message>
        <source>Knative environments, traffic and events, on your cluster or without one.</source>
        <translation>Entornos, tráfico y eventos de Knative, en su clúster o sin ninguno.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>No account, no telemetry.</source>
        <translation>Sin cuenta, sin telemetría.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be read: %1</source>
        <translation>No se puede leer el kubeconfig: %1</translation>
    </message>
    <message>
        <source>No kubeconfig found yet; its path is in the settings</source>
        <translation>Aún no se encontró ningún kubeconfig; su ruta está en los ajustes</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s) found in your kubeconfig</source>
        <translation>
            <numerusform>%n contexto encontrado en su kubeconfig</numerusform>
            <numerusform>%n contextos encontrados en su kubeconfig</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
</context>
<context>
    <name>sluice::views::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Who the cluster says you are</source>
        <translation>Quién dice el clúster que es usted</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Ningún problema</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Activity: %1 · %2</source>
        <translation>Actividad: %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (y %n más)</numerusform>
            <numerusform>%1 (y %n más)</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>%1 times · %2</source>
        <translation>%1 veces · %2</translation>
    </message>
    <message>
        <source>Nothing needs you. Errors and warnings of files and clusters stand here until they are solved.</source>
        <translation>Nada le necesita. Los errores y avisos de archivos y clústeres están aquí hasta que se resuelven.</translation>
    </message>
    <message>
        <source>Nothing was done yet. What is applied, saved or rolled back is written down here.</source>
        <translation>Aún no se ha hecho nada. Lo que se aplica, guarda o revierte se anota aquí.</translation>
    </message>
</context>
<context>
    <name>sluice::views::TopBar</name>
    <message>
        <source>cluster</source>
        <translation>clúster</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>namespace</translation>
    </message>
    <message>
        <source>Project and cluster</source>
        <translation>Proyecto y clúster</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Entorno %1</translation>
    </message>
    <message>
        <source>%1 (certificate not checked)</source>
        <translation>%1 (certificado sin comprobar)</translation>
    </message>
    <message>
        <source>The cluster inside this program</source>
        <translation>El clúster dentro de este programa</translation>
    </message>
    <message>
        <source>%1 · production</source>
        <translation>%1 · producción</translation>
    </message>
</context>
<context>
    <name>sluice::views::UnsavedDialog</name>
    <message>
        <source>Close with unsaved work?</source>
        <translation>¿Cerrar con trabajo sin guardar?</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not saved</source>
        <translation>
            <numerusform>%n cambio no está guardado</numerusform>
            <numerusform>%n cambios no están guardados</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept as a draft and come back when this project is opened again on this machine.</source>
        <translation>Se conservan como borrador y vuelven cuando se abra de nuevo este proyecto en este equipo.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Trabajo sin guardar</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Close and keep the draft</source>
        <translation>Cerrar y conservar el borrador</translation>
    </message>
</context>
<context>
    <name>sluice::views::WaitingCard</name>
    <message>
        <source>Waiting for you</source>
        <translation>Le espera</translation>
    </message>
    <message numerus="yes">
        <source>Apply or discard %n change(s) of %1</source>
        <translation>
            <numerusform>Aplicar o descartar %n cambio de %1</numerusform>
            <numerusform>Aplicar o descartar %n cambios de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of %1 differ from the files</source>
        <translation>
            <numerusform>%n valor de %1 difiere de los archivos</numerusform>
            <numerusform>%n valores de %1 difieren de los archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Deploy to %1 for the first time</source>
        <translation>Desplegar en %1 por primera vez</translation>
    </message>
    <message>
        <source>Nothing. Files and clusters agree.</source>
        <translation>Nada. Los archivos y el clúster coinciden.</translation>
    </message>
    <message>
        <source>Nothing known. Files are compared with clusters while they are connected.</source>
        <translation>No se sabe nada. Los archivos se comparan con los clústeres mientras hay conexión.</translation>
    </message>
</context>
<context>
    <name>sluice::views::YamlView</name>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
</context>
</TS>
